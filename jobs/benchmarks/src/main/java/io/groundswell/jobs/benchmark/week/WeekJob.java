package io.groundswell.jobs.benchmark.week;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.flink.EmbeddedJob;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The main job on RocksDB in a process of its own, so that heap, files and threads are its own. It
 * is asked by lines on its standard input: {@code await MILLIS} is answered once all before that
 * tick is done, {@code sample} with a sample.
 */
public final class WeekJob {
  /** Begins every answer; other lines are Flink's. */
  static final String ANSWER = "week: ";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(5);

  private WeekJob() {}

  /**
   * Runs until its input ends.
   *
   * @param arguments broker, topic of posts, name of the job, folder for state
   */
  public static void main(String[] arguments) throws Exception {
    Topics topics = new Topics(arguments[0], arguments[1], arguments[2]);
    Path folder = Path.of(arguments[3]);
    Policy policy = Policy.defaults();
    long lateness = policy.lateness().toMillis();
    LiveDetection detection =
        new LiveDetection(
            Rules.of(Invented.catalogue(), policy),
            topics.input(lateness, null),
            topics.output(),
            topics.outputs());
    try (EmbeddedJob job =
        EmbeddedJob.start(Backend.ROCKSDB.settings(folder, CHECKPOINTS), detection::add)) {
      answer(job, lateness, new Gauges(folder));
    }
    System.exit(0); // Flink's threads would keep the process.
  }

  private static void answer(EmbeddedJob job, long lateness, Gauges gauges) throws Exception {
    try (BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        if (line.startsWith("await ")) {
          long tick = Long.parseLong(line.substring("await ".length()));
          job.awaitWatermark(tick - lateness - 1, PATIENCE);
          say(gauges.cpu());
        } else {
          say(gauges.sample().line());
        }
      }
    } catch (IOException e) {
      throw new IOException("the benchmark cannot be heard any more", e);
    }
  }

  private static void say(Object answer) {
    System.out.println(ANSWER + answer);
    System.out.flush();
  }
}
