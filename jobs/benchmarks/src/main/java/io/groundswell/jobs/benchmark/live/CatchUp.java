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

/**
 * How fast a job catches up after a stop: it runs under a steady load, is cancelled, misses some
 * minutes of posts, and goes on from its last checkpoint. The minutes are not waited out: before
 * the stop the job lives by a clock that is late by so much.
 */
public final class CatchUp {
  private static final String READER = "Parse posts";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(1);

  private final Path folder;
  private final String broker;
  private final Policy policy;
  private final Plan plan;

  /**
   * A measurement to be.
   *
   * @param folder for state
   */
  public CatchUp(Path folder, String broker, Policy policy, Plan plan) {
    this.folder = folder;
    this.broker = broker;
    this.policy = policy;
    this.plan = plan;
  }

  /**
   * How it is measured.
   *
   * @param perSecond posts per second while it is live
   * @param live seconds before the stop
   * @param stopped seconds of posts that it misses
   */
  public record Plan(double perSecond, int live, int stopped) {}

  /**
   * What was measured.
   *
   * @param posts posts that it had to catch up with
   * @param level seconds from its start to having handled them all
   * @param reading seconds from the first of them to the last
   */
  public record Result(long posts, double level, double reading) {
    /** Posts per second while it was reading. */
    public double perSecond() {
      return posts / reading;
    }
  }

  /** Measures with one state backend. */
  public Result measure(Backend backend) throws Exception {
    String name = "catch-up-" + backend.name();
    Topics.createInput(broker, name);
    Topics topics = new Topics(broker, name, name).create();
    Path state = folder.resolve(name);
    long shift = plan.stopped * 1_000L;
    long stopped = live(topics, backend, state, shift);
    try (LiveLoad missed = new LiveLoad(topics, System::currentTimeMillis)) {
      missed.backlog(plan.perSecond, stopped, stopped + shift, now -> {});
    }
    return restart(topics, backend, state);
  }

  /** Runs until the stop; gives the time of its clock then. */
  private long live(Topics topics, Backend backend, Path state, long shift) throws Exception {
    WallClock late = () -> System.currentTimeMillis() - shift;
    try (EmbeddedJob job = start(topics, backend, state, late);
        LiveLoad load = new LiveLoad(topics, late)) {
      load.steady(plan.perSecond, plan.live * 1_000L, now -> {});
      long now = late.getAsLong();
      job.awaitWatermark(now - policy.lateness().toMillis(), PATIENCE);
      job.await(() -> hasCheckpoint(state), PATIENCE);
      return now;
    }
  }

  private static boolean hasCheckpoint(Path state) {
    try {
      return LocalFiles.latestCheckpoint(state.resolve("checkpoints")).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Result restart(Topics topics, Backend backend, Path state) throws Exception {
    long begin = System.nanoTime();
    long now = System.currentTimeMillis();
    try (EmbeddedJob job = start(topics, backend, state, System::currentTimeMillis)) {
      job.awaitRead(READER, 1, PATIENCE);
      long first = System.nanoTime();
      job.awaitWatermark(now - policy.lateness().toMillis() - 1, PATIENCE);
      long last = System.nanoTime();
      return new Result(job.read(READER), (last - begin) / 1e9, (last - first) / 1e9);
    }
  }

  private EmbeddedJob start(Topics topics, Backend backend, Path state, WallClock clock)
      throws Exception {
    LiveDetection detection =
        new LiveDetection(
            Rules.of(Invented.catalogue(), policy),
            topics.input(policy.lateness().toMillis(), clock),
            topics.output(),
            topics.outputs());
    return EmbeddedJob.start(backend.settings(state, CHECKPOINTS), env -> detection.add(env));
  }
}
