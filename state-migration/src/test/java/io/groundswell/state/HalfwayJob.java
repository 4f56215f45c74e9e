package io.groundswell.state;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.settings.PatternFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The streaming job and the story in whose middle every golden savepoint is taken: an outage of
 * which both the public and the support queue complain, forty minutes long, after twenty-five. It
 * begins five minutes after a deployment, is muted for 35 minutes, acknowledged, and judged after
 * the savepoint.
 */
final class HalfwayJob {
  static final String FEED = "golden";
  static final int PARTITIONS = 3;

  private static final String MIDDLE = "2026-03-04T00:25";
  private static final String MUTED = "2026-03-03T23:00:00Z";
  private static final String INCIDENT = "acme@IT:20260304T000000Z";
  private static final long SEED = 21;

  /** A pattern that begins in the story, and that nothing completes. */
  private static final Rules RULES =
      Rules.of(Runs.CATALOGUE, Policy.defaults())
          .with(
              Runs.CATALOGUE,
              Policy.defaults(),
              PatternFile.of(
                  "patterns",
                  """
                  patterns:
                    - id: never-ending
                      stages:
                        - begin: risen
                          where: {turn: opens}
                        - followed_by: more
                          where: {observed: {at_least: 1000000}}
                      within: 7d
                  """,
                  Policy.defaults()));

  private HalfwayJob() {}

  static Scenario story() {
    return Scenario.outageWithCalls(SEED)
        .mute("m", "acme", "2026-03-03T23:00:00Z", "2026-03-04T00:35:00Z", 1000, MUTED)
        .verdict(INCIDENT, "acknowledged", "ann", "2026-03-04T00:10:00Z")
        .verdict(INCIDENT, "real", "ann", "2026-03-04T00:31:00Z");
  }

  /** What comes before the savepoint. */
  static List<String> before() {
    return all().stream().filter(record -> createdAt(record).compareTo(MIDDLE) < 0).toList();
  }

  /** What comes after it. */
  static List<String> after() {
    return all().stream().filter(record -> createdAt(record).compareTo(MIDDLE) >= 0).toList();
  }

  private static List<String> all() {
    Scenario story = story();
    List<String> records = new ArrayList<>(story.lines());
    records.addAll(story.contacts());
    records.addAll(story.changes());
    records.addAll(story.verdicts());
    records.addAll(story.mutes());
    return records;
  }

  private static String createdAt(String record) {
    String field = record.contains("created_at") ? "\"created_at\":\"" : "\"at\":\"";
    return record.substring(record.indexOf(field) + field.length());
  }

  /**
   * Starts the job.
   *
   * @param backend {@code hashmap} or {@code rocksdb}
   * @param savepoint where it goes on; empty for the beginning
   */
  static RunningJob start(LiveFeed feed, String backend, Path checkpoints, Optional<Path> savepoint)
      throws Exception {
    Configuration configuration = FlinkOptions.bounded();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    // One file a savepoint.
    configuration.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
    configuration.set(StateBackendOptions.STATE_BACKEND, backend);
    savepoint.ifPresent(
        path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
    StreamExecutionEnvironment env = FlinkOptions.local(2, configuration);
    new LiveDetection(
            RULES,
            feed.input(),
            feed.output(),
            feed.topics(),
            Map.of(),
            Reports.served(null, Reports.FOLDER),
            false)
        .add(env);
    return RunningJob.start(env, FEED);
  }
}
