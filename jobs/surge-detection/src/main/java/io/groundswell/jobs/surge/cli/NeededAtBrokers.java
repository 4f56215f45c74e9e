package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the jobs of some settings files need at the same brokers.
 *
 * @param jobs one at least
 * @param parallelism cores that the main job uses; 0 where that is not known
 */
record NeededAtBrokers(List<Needs> jobs, int parallelism) {
  private static final String NOTIFY = "notify";
  private static final String BROKERS = "bootstrap.servers";

  /**
   * Reads settings.
   *
   * @param config of the main job, or null
   * @param notify of a notification that runs by itself, or null
   * @param environment what {@code ${NAME}} stands for
   */
  static NeededAtBrokers of(Path config, Path notify, Map<String, String> environment) {
    List<Needs> jobs = new ArrayList<>();
    int parallelism = 0;
    if (config != null) {
      RunSettings settings = RunFile.read(config, environment);
      parallelism = settings.parallelism();
      Needs main = LiveKafka.needs(settings);
      jobs.add(main);
      if (settings.notification() != null && notify != null) {
        throw new UsageError(
            "--notify: '%s' names a file under 'notify' already; leave one of them away"
                .formatted(config));
      }
      if (settings.notification() != null) {
        Path file = Path.of(settings.notification());
        jobs.add(needs(NOTIFY, file, settings, environment).at(main.client()));
      }
      if (settings.history() != null) {
        Path file = Path.of(settings.history());
        jobs.add(needs("history", file, settings, environment).at(main.client()));
      }
    }
    if (notify != null) {
      jobs.add(needs(NOTIFY, notify, null, environment));
    }
    requireSameBrokers(jobs);
    return new NeededAtBrokers(List.copyOf(jobs), parallelism);
  }

  private static Needs needs(
      String key, Path file, RunSettings main, Map<String, String> environment) {
    for (Companion companion : Companion.all()) {
      if (companion.key().equals(key)) {
        return companion.needs(file, main, environment);
      }
    }
    throw new UsageError("%s: its jar is not beside this one; add it".formatted(key));
  }

  private static void requireSameBrokers(List<Needs> jobs) {
    String first = jobs.get(0).client().get(BROKERS);
    for (Needs job : jobs) {
      String brokers = job.client().get(BROKERS);
      if (!first.equals(brokers)) {
        throw new UsageError(
            "kafka.brokers: '%s' is at %s and '%s' at %s; ask for each alone"
                .formatted(jobs.get(0).job(), first, job.job(), brokers));
      }
    }
  }

  /** Kafka's own client settings. */
  Map<String, String> client() {
    return jobs.get(0).client();
  }
}
