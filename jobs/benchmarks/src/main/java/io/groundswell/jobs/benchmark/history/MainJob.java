package io.groundswell.jobs.benchmark.history;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.flink.CpuTime;
import io.groundswell.jobs.benchmark.flink.EmbeddedJob;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The main job over the benchmark's feed, state on the heap, a checkpoint every 10 s. */
final class MainJob {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int WARM_SHARE = 5;

  private final Path folder;
  private final FeedTopic feed;
  private final Policy policy;

  MainJob(Path folder, FeedTopic feed, Policy policy) {
    this.folder = folder;
    this.feed = feed;
    this.policy = policy;
  }

  /**
   * What it took.
   *
   * @param posts that were read meanwhile
   * @param cpuSeconds of the process, the broker's among them
   * @param seconds that passed
   */
  record Took(long posts, double cpuSeconds, double seconds) {}

  /** Reads all posts as fast as it can and commits what it says; the first fifth warms up. */
  Took whole(Topics topics) throws Exception {
    try (EmbeddedJob job = start(topics)) {
      int warm = feed.ticks() / WARM_SHARE;
      feed.release(topics, 0, warm + 1);
      job.awaitWatermark(watermark(warm), PATIENCE);
      long wall = System.nanoTime();
      long cpu = CpuTime.nanos();
      feed.release(topics, warm + 1, feed.ticks());
      job.awaitWatermark(watermark(feed.ticks() - 1), PATIENCE);
      Took took = since(feed.posts() - feed.postsBefore(warm), cpu, wall);
      job.stop(folder.resolve("savepoint").toUri().toString());
      return took;
    }
  }

  /** Reads the posts of some seconds as they would come, after as many to warm up. */
  Took live(Topics topics, int seconds) throws Exception {
    try (EmbeddedJob job = start(topics);
        KafkaProducer<byte[], byte[]> clock = topics.producer()) {
      Pace warm = new Pace(seconds);
      for (int tick = 0; tick < seconds; tick++) {
        warm.await(tick);
        feed.release(clock, topics, tick, tick + 1);
      }
      job.awaitWatermark(watermark(seconds - 1), PATIENCE);
      long wall = System.nanoTime();
      long cpu = CpuTime.nanos();
      Pace pace = new Pace(seconds);
      for (int tick = 0; tick < seconds; tick++) {
        pace.await(tick);
        feed.release(clock, topics, seconds + tick, seconds + tick + 1);
      }
      pace.await(seconds);
      return since(feed.postsBefore(2 * seconds - 1) - feed.postsBefore(seconds - 1), cpu, wall);
    }
  }

  private static Took since(long posts, long cpu, long wall) {
    return new Took(posts, (CpuTime.nanos() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
  }

  private EmbeddedJob start(Topics topics) throws Exception {
    LiveDetection detection =
        new LiveDetection(
            Rules.of(Invented.catalogue(), policy),
            topics.input(policy.lateness().toMillis(), null),
            topics.output(),
            topics.outputs());
    return EmbeddedJob.start(
        Backend.HASHMAP.settings(folder.resolve(topics.name()), Backend.CHECKPOINTS),
        env -> detection.add(env));
  }

  private long watermark(int tick) {
    return feed.time(tick) - policy.lateness().toMillis() - 1;
  }
}
