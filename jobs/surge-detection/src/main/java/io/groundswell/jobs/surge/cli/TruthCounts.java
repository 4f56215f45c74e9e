package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.evaluate.truth.EvaluationFiles;
import io.groundswell.jobs.surge.evaluate.truth.Setup;
import io.groundswell.jobs.surge.evaluate.truth.Thresholds;
import io.groundswell.jobs.surge.evaluate.truth.ToldIncident;
import io.groundswell.jobs.surge.evaluate.truth.VolumeFile;
import io.groundswell.jobs.surge.evaluate.truth.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The counts of an evaluation, and the scoring of them.
 *
 * @param counts a path; {@code -} is standard input
 * @param bucket width of a bucket, as it was written
 */
record TruthCounts(String counts, String bucket) {
  /** Name of the file of scores. */
  static final String SCORED = "scored.csv";

  TruthMode.Told run(RuleOptions rules, FlinkOptions flink, OutFolder out, String truth)
      throws Exception {
    Policy policy = rules.policy(bucket);
    ScoringRun scoring = ScoringRun.of(policy, counts);
    StreamExecutionEnvironment env = flink.environment();
    List<String> names = new ArrayList<>(List.of(SCORED));
    names.addAll(EvaluationFiles.ALL);
    out.prepare(names);
    String scored = out.path().resolve(SCORED).toString();
    scoring.run(env, scored);
    Volumes volumes = new Volumes(policy.bucket().toMillis());
    volumes.reach(scoring.first());
    volumes.reach(scoring.last());
    List<ToldIncident> told = VolumeFile.readScores(scored, volumes);
    double budget = policy.falseIncidentsPerWeek();
    Thresholds thresholds = Thresholds.of(scoring.keys(), budget);
    return new TruthMode.Told(
        told,
        volumes,
        new Setup("counts", truth, budget, thresholds, Map.of("policy_version", policy.version())));
  }
}
