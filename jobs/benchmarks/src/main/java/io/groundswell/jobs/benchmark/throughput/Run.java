package io.groundswell.jobs.benchmark.throughput;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.flink.CpuTime;
import io.groundswell.jobs.benchmark.flink.EmbeddedJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;

/**
 * Runs a variant over the feed. What is measured begins when the job has started, has handled the
 * first fifth of the posts and waits for the next tick; it ends when its last operator has handled
 * the last one. Start-up is no part of it.
 */
final class Run {
  private static final int WARM_SHARE = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path folder;
  private final FeedTopic feed;
  private final Policy policy;
  private int number;

  Run(Path folder, FeedTopic feed, Policy policy) {
    this.folder = folder;
    this.feed = feed;
    this.policy = policy;
  }

  Measured run(Variant variant) throws Exception {
    return run(variant, Observer.NONE);
  }

  Measured run(Variant variant, Observer observer) throws Exception {
    Topics topics = feed.run("run-" + ++number);
    try (EmbeddedJob job =
        EmbeddedJob.start(settings(variant), env -> variant.add(env, topics, policy))) {
      Measured measured =
          variant == Variant.FLINK_SOURCE
              ? measureByCount(job, variant)
              : measureByTicks(job, topics, variant, observer);
      if (variant != Variant.RULED) { // There it reads rulings as well, and each several times.
        require(variant, "posts read", job.read(variant.reader()), feed.posts());
      }
      if (variant.whole()) {
        long counted = job.read("Hear voices");
        require(variant, "complaints counted", counted, feed.distinctComplaints());
      }
      return measured;
    }
  }

  /** A figure about anything else than all posts, each once, would be worth nothing. */
  private static void require(Variant variant, String what, long found, long expected) {
    if (found != expected) {
      throw new IllegalStateException(
          "%s: %d %s instead of %d".formatted(variant.label().strip(), found, what, expected));
    }
  }

  private Configuration settings(Variant variant) throws IOException {
    if (!variant.whole()) {
      return new Configuration();
    }
    Backend backend = variant == Variant.WHOLE_HEAP ? Backend.HASHMAP : Backend.ROCKSDB;
    return backend.settings(folder.resolve("state-" + number), Backend.CHECKPOINTS);
  }

  /** How many rulings there are in what is measured. */
  static long rulings(FeedTopic feed) {
    return feed.rulings(feed.ticks() / WARM_SHARE + 1);
  }

  private void release(Topics topics, Variant variant, int from, int to) {
    if (variant == Variant.RULED) {
      feed.releaseRuled(topics, from, to);
    } else {
      feed.release(topics, from, to);
    }
  }

  private Measured measureByTicks(
      EmbeddedJob job, Topics topics, Variant variant, Observer observer) throws Exception {
    int warm = feed.ticks() / WARM_SHARE;
    release(topics, variant, 0, warm + 1);
    job.awaitWatermark(watermark(warm), PATIENCE);
    observer.begin();
    long wall = System.nanoTime();
    long cpu = CpuTime.nanos();
    release(topics, variant, warm + 1, feed.ticks());
    job.awaitWatermark(watermark(feed.ticks() - 1), PATIENCE);
    long cpuUsed = CpuTime.nanos() - cpu;
    long wallUsed = System.nanoTime() - wall;
    observer.end();
    return new Measured(feed.posts() - feed.postsBefore(warm), cpuUsed, wallUsed);
  }

  private long watermark(int tick) {
    return feed.time(tick) - policy.lateness().toMillis() - 1;
  }

  /** Flink's source does not wait for ticks: the first posts are taken off by counting. */
  private Measured measureByCount(EmbeddedJob job, Variant variant) throws Exception {
    job.awaitRead(variant.reader(), feed.posts() / WARM_SHARE, PATIENCE);
    long read = job.read(variant.reader());
    long wall = System.nanoTime();
    long cpu = CpuTime.nanos();
    job.awaitRead(variant.reader(), feed.posts(), PATIENCE);
    return new Measured(feed.posts() - read, CpuTime.nanos() - cpu, System.nanoTime() - wall);
  }
}
