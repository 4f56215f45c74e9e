package io.groundswell.jobs.benchmark.history;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.flink.Backend;
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
   * @param spent by the process, the broker's among it
   */
  record Took(long posts, Effort.Spent spent) {}

  /** Reads all posts as fast as it can and commits what it says; the first fifth warms up. */
  Took whole(Topics topics) throws Exception {
    try (EmbeddedJob job = start(topics)) {
      int warm = feed.ticks() / WARM_SHARE;
      feed.release(topics, 0, warm + 1);
      job.awaitWatermark(watermark(warm), PATIENCE);
      Effort effort = Effort.begin();
      feed.release(topics, warm + 1, feed.ticks());
      job.awaitWatermark(watermark(feed.ticks() - 1), PATIENCE);
      Took took = new Took(feed.posts() - feed.postsBefore(warm), effort.spent());
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
      Effort effort = Effort.begin();
      Pace pace = new Pace(seconds);
      for (int tick = 0; tick < seconds; tick++) {
        pace.await(tick);
        feed.release(clock, topics, seconds + tick, seconds + tick + 1);
      }
      pace.await(seconds);
      long posts = feed.postsBefore(2 * seconds - 1) - feed.postsBefore(seconds - 1);
      return new Took(posts, effort.spent());
    }
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
