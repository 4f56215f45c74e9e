package io.groundswell.jobs.benchmark;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.live.CatchUp;
import io.groundswell.jobs.benchmark.live.Latency;
import io.groundswell.jobs.benchmark.throughput.Measured;
import io.groundswell.jobs.benchmark.throughput.Profile;
import io.groundswell.jobs.benchmark.throughput.Spread;
import io.groundswell.jobs.benchmark.throughput.Stage;
import io.groundswell.jobs.benchmark.throughput.Throughput;
import io.groundswell.jobs.benchmark.throughput.Variant;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what was measured, for people. */
final class Report {
  /** Share of (b) that the whole job on the heap has to reach. */
  private static final double HELD = .25;

  /** Share of its throughput that the job has to keep while people rule. */
  private static final double RULED = .95;

  private static final int RULINGS = 1_000;
  private static final double SECONDS = 3_600;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void feed(FeedTopic feed, long minutes, int rounds) {
    line(
        "%,d posts of %.0f bytes on average: %.0f %% name a product, %.0f %% are complaints, %.0f %% are copies;",
        feed.posts(),
        feed.meanBytes(),
        100 * (feed.share(Kind.COMPLAINT) + feed.share(Kind.NAMING)),
        100 * feed.share(Kind.COMPLAINT),
        100 * feed.shareOfCopies());
    line("%,d subjects, %d minutes of event time.", Invented.SUBJECTS, minutes);
    line(
        "CPU-seconds are those of this process: Flink on %d cores, the broker, and the JVM's collector and compiler.",
        Runtime.getRuntime().availableProcessors());
    line(
        "The first fifth of the posts warms up and is not counted. Median of %d rounds, lowest and highest beside it.",
        rounds);
  }

  void throughput(Throughput results, FeedTopic feed) {
    line("");
    line("%-38s %9s %7s %32s %20s", "", "posts", "CPU-s", "posts per CPU-second", "of (b)");
    for (Variant variant : Variant.values()) {
      Spread speed = results.perCpuSecond(variant);
      Spread ratio = results.ratio(variant, Variant.PARSED);
      List<Measured> runs = results.of(variant);
      double cpu = Spread.of(runs.stream().map(Measured::cpuSeconds).toList()).median();
      line(
          "%-38s %,9d %7.1f %,10.0f %21s %6.2f %13s",
          variant.label(),
          runs.get(0).posts(),
          cpu,
          speed.median(),
          "(%,.0f-%,.0f)".formatted(speed.least(), speed.most()),
          ratio.median(),
          "(%.2f-%.2f)".formatted(ratio.least(), ratio.most()));
    }
    line(
        "every variant read %,d posts; the whole job counted %,d complaints, each once",
        feed.posts(), feed.distinctComplaints());
    double ratio = results.ratio(Variant.WHOLE_HEAP, Variant.PARSED).median();
    line("(c) on heap is %.2f of (b): %s", ratio, verdict(ratio >= HELD, "no less than .25"));
    ruling(results.ruling(feed));
  }

  /** Of an hour at full load: the feed has far more of them than posts, so that it can be seen. */
  private void ruling(Spread seconds) {
    int cores = Runtime.getRuntime().availableProcessors();
    double left = 1 - seconds.median() * RULINGS / SECONDS / cores;
    line(
        "a ruling (catalogue, policy or pattern) costs %.0f CPU-ms (%.0f-%.0f); %,d an hour leave %.3f of the throughput: %s",
        1_000 * seconds.median(),
        1_000 * seconds.least(),
        1_000 * seconds.most(),
        RULINGS,
        left,
        verdict(left >= RULED, "no less than .95"));
  }

  void profile(Map<Variant, Profile> profiles) {
    line("");
    line("%-38s %20s %20s", "where the time of (c) goes", "heap", "RocksDB");
    line("%-38s %20s %20s", "", "share  us per post", "share  us per post");
    for (Stage stage : Stage.values()) {
      line(
          "%-38s %20s %20s",
          stage.label(),
          part(profiles.get(Variant.WHOLE_HEAP), stage),
          part(profiles.get(Variant.WHOLE_ROCKSDB), stage));
    }
  }

  private static String part(Profile profile, Stage stage) {
    return String.format(
        Locale.ROOT, "%4.1f %% %12.2f", 100 * profile.share(stage), profile.microsPerPost(stage));
  }

  void latency(Latency.Result result, Latency.Plan plan, Policy policy, Duration bound) {
    line("");
    line(
        "Decisive post to record, wall clock; bucket %d s, lateness %d s, %,.0f posts/s, and %d products that surge over %d s",
        policy.bucket().toSeconds(),
        policy.lateness().toSeconds(),
        plan.perSecond(),
        plan.surges(),
        plan.spread());
    if (result.seconds().isEmpty()) {
      line("no incident was raised");
    } else {
      latency(result, bound);
    }
  }

  private void latency(Latency.Result result, Duration bound) {
    List<Double> seconds = result.seconds();
    double p99 = Spread.quantile(seconds, .99);
    line(
        "%d of %d surges opened an incident: p50 %.1f s, p99 %.1f s, longest %.1f s",
        seconds.size(),
        result.surges(),
        Spread.quantile(seconds, .5),
        p99,
        Spread.quantile(seconds, 1));
    if (result.incidents() > seconds.size()) {
      line("%d more have no decisive post by the rules", result.incidents() - seconds.size());
    }
    line(
        "p99 is %.1f s: %s",
        p99,
        verdict(
            p99 < bound.toSeconds(),
            "under bucket + lateness + 3 s = " + bound.toSeconds() + " s"));
  }

  void catchUp(Map<Backend, CatchUp.Result> results, CatchUp.Plan plan) {
    line("");
    line("Catching up after a stop of %d s at %,.0f posts/s", plan.stopped(), plan.perSecond());
    results.forEach(
        (backend, result) ->
            line(
                "%-8s %,9d posts, %,8.0f a second: %.0f times as fast as they came; level again %.1f s after the start",
                backend.label(),
                result.posts(),
                result.perSecond(),
                result.perSecond() / plan.perSecond(),
                result.level()));
  }

  private static String verdict(boolean held, String what) {
    return (held ? "held (" : "NOT HELD (") + what + ")";
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
