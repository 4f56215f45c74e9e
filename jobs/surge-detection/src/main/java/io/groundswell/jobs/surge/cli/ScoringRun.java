package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.CountScoring;
import io.groundswell.jobs.surge.baseline.ScoringStart;
import io.groundswell.jobs.surge.connector.Counts;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Scoring of given counts, to its end.
 *
 * @param policy what the user decides; its bucket is the counts'
 * @param file the counts
 * @param keys how many keys they have
 * @param first start of the first bucket, epoch milliseconds
 * @param last start of the last
 */
record ScoringRun(Policy policy, String file, int keys, long first, long last) {

  /**
   * Reads the counts once, since their keys are counted beforehand.
   *
   * @param counts a path; {@code -} is standard input
   */
  static ScoringRun of(Policy policy, String counts) throws IOException {
    LocalFiles.requireReadable("--counts", counts);
    String file = LocalFiles.reread(counts);
    Counts read = Counts.read(file, policy.bucket().toMillis());
    return new ScoringRun(policy, file, read.keys(), read.first(), read.last());
  }

  /** Writes the scores into a file; {@code -} is standard output. */
  void run(StreamExecutionEnvironment env, String out) throws Exception {
    new CountScoring(policy, ScoringStart.ofKeys(keys, first)).add(env, file, out);
    Progress.run(env, "groundswell score");
  }
}
