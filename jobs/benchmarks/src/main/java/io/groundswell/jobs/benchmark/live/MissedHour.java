package io.groundswell.jobs.benchmark.live;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.flink.EmbeddedJob;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput.WallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A job that is stopped for an hour under a steady load with surges, and one over the same posts
 * that never was: its clock has ticked every second all the time. The hour is not waited out:
 * before the stop the job lives by a clock that is late by so much.
 */
public final class MissedHour {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(5);
  private static final String POSTS = "hour-posts";

  /** So often it is looked at, milliseconds. */
  private static final long SLICE = 200;

  /** A job that lives is behind the clock by a tick, and by what a tick takes. */
  private static final long LIVELY = 3_000;

  private final Path folder;
  private final String broker;
  private final Policy policy;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * A measurement to be.
   *
   * @param folder for state
   * @param progress is told what is being done
   */
  public MissedHour(
      Path folder, String broker, Policy policy, Plan plan, Consumer<String> progress) {
    this.folder = folder;
    this.broker = broker;
    this.policy = policy;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * How it is measured.
   *
   * @param perSecond posts per second, surges come on top
   * @param live seconds before the stop
   * @param stopped seconds of posts that it misses
   * @param after seconds that it lives on when it has caught up
   */
  public record Plan(double perSecond, int live, int stopped, int after) {}

  /** Measures on RocksDB. */
  public Stopped measure() throws Exception {
    Topics.createInput(broker, POSTS);
    Topics topics = new Topics(broker, POSTS, "hour").create();
    AtomicLong shift = new AtomicLong(plan.stopped * 1_000L);
    try (LiveLoad load = new LiveLoad(topics, () -> System.currentTimeMillis() - shift.get())) {
      Surges surges = new Surges(load, System.currentTimeMillis() - shift.get());
      progress.accept("%d s under load".formatted(plan.live));
      long stopped = live(topics, load, surges, shift.get());
      UnbrokenClock clock = new UnbrokenClock(load);
      long posts = miss(load, surges, clock, stopped);
      shift.set(0);
      Back back = restart(topics, load, surges);
      progress.accept("the same posts without a stop");
      Topics unbroken = new Topics(broker, POSTS, "unbroken").create();
      clock.write(topics, unbroken);
      replay(unbroken, back.ended);
      Instant ended = Instant.ofEpochMilli(back.ended);
      return Stopped.of(plan, posts, back.level, topics, unbroken, ended);
    }
  }

  /**
   * How it went after the stop.
   *
   * @param level seconds until the job was where the clock was
   * @param ended when the load ended, epoch milliseconds
   */
  private record Back(double level, long ended) {}

  /** Sends what comes while there is no job; gives how many posts that are. */
  private long miss(LiveLoad load, Surges surges, UnbrokenClock clock, long stopped) {
    long before = load.sent();
    load.backlog(
        plan.perSecond,
        stopped,
        System.currentTimeMillis(),
        now -> {
          surges.at(now);
          clock.at(now);
        });
    progress.accept("%,d posts were missed".formatted(load.sent() - before));
    return load.sent() - before;
  }

  /** Runs until the stop; gives the time of its clock then. */
  private long live(Topics topics, LiveLoad load, Surges surges, long shift) throws Exception {
    WallClock late = () -> System.currentTimeMillis() - shift;
    try (EmbeddedJob job = start(topics, late)) {
      long begin = late.getAsLong();
      load.steady(plan.perSecond, plan.live * 1_000L, surges);
      job.awaitWatermark(begin, PATIENCE);
      job.await(this::hasCheckpoint, PATIENCE);
      return late.getAsLong();
    }
  }

  private boolean hasCheckpoint() {
    try {
      return LocalFiles.latestCheckpoint(folder.resolve("hour").resolve("checkpoints")).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on while posts come. */
  private Back restart(Topics topics, LiveLoad load, Surges surges) throws Exception {
    long begin = System.nanoTime();
    try (EmbeddedJob job = start(topics, System::currentTimeMillis)) {
      long close = policy.lateness().toMillis() + LIVELY;
      while (job.watermark() < System.currentTimeMillis() - close
          && System.nanoTime() - begin < PATIENCE.toNanos()) {
        load.steady(plan.perSecond, SLICE, surges);
      }
      double level = (System.nanoTime() - begin) / 1e9;
      progress.accept("caught up after %.0f s; %d s under load".formatted(level, plan.after));
      load.steady(plan.perSecond, plan.after * 1_000L, surges);
      long ended = System.currentTimeMillis();
      job.awaitWatermark(ended, PATIENCE);
      job.stop(folder.resolve("hour-savepoint").toUri().toString());
      return new Back(level, ended);
    }
  }

  private void replay(Topics topics, long ended) throws Exception {
    try (EmbeddedJob job = start(topics, null)) {
      job.awaitWatermark(ended, PATIENCE);
      job.stop(folder.resolve("unbroken-savepoint").toUri().toString());
    }
  }

  private EmbeddedJob start(Topics topics, @Nullable WallClock clock) throws Exception {
    LiveDetection detection =
        new LiveDetection(
            Rules.of(Invented.catalogue(), policy),
            topics.input(policy.lateness().toMillis(), clock),
            topics.output(),
            topics.outputs());
    return EmbeddedJob.start(
        Backend.ROCKSDB.settings(folder.resolve(topics.name()), CHECKPOINTS), detection::add);
  }
}
