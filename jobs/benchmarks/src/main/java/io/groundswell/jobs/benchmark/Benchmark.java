package io.groundswell.jobs.benchmark;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.detector.DetectorCost;
import io.groundswell.jobs.benchmark.feed.Feed;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.history.HistoryOptions;
import io.groundswell.jobs.benchmark.judging.JudgingCost;
import io.groundswell.jobs.benchmark.live.CatchUp;
import io.groundswell.jobs.benchmark.live.Latency;
import io.groundswell.jobs.benchmark.live.Paging;
import io.groundswell.jobs.benchmark.recognition.RecognitionCost;
import io.groundswell.jobs.benchmark.sizing.SizingOptions;
import io.groundswell.jobs.benchmark.throughput.Profile;
import io.groundswell.jobs.benchmark.throughput.Throughput;
import io.groundswell.jobs.benchmark.throughput.Variant;
import io.groundswell.jobs.benchmark.week.WeekOptions;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast the main job is, against what: one run measures everything and prints it. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures the main job on this machine, with a Kafka broker in the same process, and prints"
            + " posts per CPU-second from Kafka to nothing, to parsed posts, and through the whole"
            + " job on heap and on RocksDB; where the time goes; how long it takes from the decisive"
            + " post to the incident's record; and how fast the job catches up after a stop. Takes"
            + " about ten minutes; --quick about four, with wider spreads.",
    version = "groundswell 0.1.0")
public final class Benchmark implements Callable<Integer> {
  private static final Policy LIVE =
      Policy.builder()
          .bucket(Duration.ofSeconds(10))
          .lateness(Duration.ofSeconds(2))
          .listenFirst(Duration.ofSeconds(20))
          .build();

  /** Complaints of a surge: in its first hour a subject asks for many before it is believed. */
  private static final int SURGE = 400;

  @Option(
      names = "--posts",
      paramLabel = "N",
      description = "Posts of the feed, a multiple of 1,000. Default: 1,000,000; quick: 200,000.")
  private long posts;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often everything is measured. Default: 3; quick: 1.")
  private int rounds;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Event time of the feed. Default: ${DEFAULT-VALUE}.")
  private long minutes = 30;

  @Option(
      names = "--cold",
      description = "No round to warm up: the figures mean little, but come sooner.")
  private boolean cold;

  @Option(names = "--quick", description = "Less of everything.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "One of ${COMPLETION-CANDIDATES}; may be given again. Default: all.")
  private List<Part> parts = List.of(Part.values());

  @Option(
      names = "--detector",
      description =
          "Only what a bucket costs: the scorer beside the study's prototype compiled by gcc, on"
              + " the same streams; a minute.")
  private boolean detector;

  @Option(
      names = "--recognition",
      description = "Only how fast 5,000 names are found in posts; half a minute.")
  private boolean recognition;

  @Option(
      names = "--judging",
      description =
          "Only what it costs to say who complains, about what and where: parse, triage, recognise;"
              + " half a minute.")
  private boolean judging;

  @Option(
      names = "--paging",
      description =
          "Only how long it takes from the decisive post to the page, through both jobs, also while"
              + " jobs are killed and checkpoints fail; three quarters of an hour, quick: half.")
  private boolean paging;

  @Mixin private HistoryOptions history = new HistoryOptions();
  @Mixin private WeekOptions week = new WeekOptions();
  @Mixin private SizingOptions sizing = new SizingOptions();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "With --detector: where detection/reference_prototype.h is. Default:"
              + " -Dgroundswell.data, else the folder 'shared' beside the project.")
  private Path data = Path.of(System.getProperty("groundswell.data", "../shared"));

  @Option(
      names = "--buckets",
      paramLabel = "N",
      description = "With --detector: buckets of each stream. Default: 2,000,000; quick: 200,000.")
  private int buckets;

  @Spec private CommandSpec command = CommandSpec.create();

  private final PrintStream out;
  private final PrintStream err;
  private final Report report;

  /** Parts of the benchmark. */
  enum Part {
    THROUGHPUT,
    PROFILE,
    LATENCY,
    CATCH_UP
  }

  Benchmark(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
    this.report = new Report(out);
  }

  /** Runs the benchmark; see {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(commandLine(System.out, System.err).execute(arguments));
  }

  static CommandLine commandLine(PrintStream out, PrintStream err) {
    return new CommandLine(new Benchmark(out, err))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(
            (mistake, parsed) -> {
              err.println(mistake.getMessage() + "; see benchmark --help");
              return 2;
            })
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              err.println("benchmark: failed: " + failure);
              return 1;
            });
  }

  @Override
  public Integer call() throws Exception {
    settle();
    if (recognition) {
      new RecognitionCost(quick ? 200_000 : 1_000_000, 2 * rounds + 1, out).print();
      return 0;
    }
    if (judging) {
      new JudgingCost(quick ? 100_000 : 400_000, 2 * rounds + 1, out).print();
      return 0;
    }
    Path folder = Files.createTempDirectory("groundswell-benchmark");
    try {
      measure(folder);
    } catch (Exception e) {
      say("what it left, and its logs, is in " + folder);
      throw e;
    }
    LocalFiles.deleteFolder(folder);
    return 0;
  }

  private void measure(Path folder) throws Exception {
    if (detector) {
      int size = buckets > 0 ? buckets : quick ? 200_000 : 2_000_000;
      new DetectorCost(folder, size, 2 * rounds + 1, out).print(data.resolve("detection"));
    } else if (history.asked()) {
      history.run(folder, LIVE, out, this::say);
    } else if (sizing.asked()) {
      sizing.run(folder, quick, out, this::say);
    } else if (week.asked()) {
      week.run(folder, LIVE, history, out, this::say);
    } else if (paging) {
      paging(folder);
    } else {
      wholeJob(folder);
    }
  }

  private void paging(Path folder) throws Exception {
    say("decisive post to page; the first 11 minutes are quiet");
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      new Paging(folder.resolve("jobs"), broker.address(), quick ? 3 : 10, quick ? 30 : 90, out)
          .print();
    }
  }

  private void wholeJob(Path folder) throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      if (parts.contains(Part.THROUGHPUT) || parts.contains(Part.PROFILE)) {
        throughput(folder, broker.address());
      }
      if (parts.contains(Part.LATENCY)) {
        latency(folder, broker.address());
      }
      if (parts.contains(Part.CATCH_UP)) {
        catchUp(folder, broker.address());
      }
    }
  }

  private void settle() {
    posts = posts > 0 ? posts : quick ? 200_000 : 1_000_000;
    rounds = rounds > 0 ? rounds : quick ? 1 : 3;
    if (posts % Kind.BLOCK != 0) {
      throw new ParameterException(
          command.commandLine(),
          String.format(Locale.ROOT, "--posts: %,d is not a multiple of %,d", posts, Kind.BLOCK));
    }
  }

  private void throughput(Path folder, String broker) throws Exception {
    say("writing the feed");
    FeedTopic feed = FeedTopic.write(broker, new Feed(posts, minutes * 60_000));
    report.feed(feed, minutes, rounds);
    Throughput table = new Throughput(folder, feed, Policy.defaults(), rounds, !cold, this::say);
    if (parts.contains(Part.THROUGHPUT)) {
      report.throughput(table.measure(), feed);
    }
    if (parts.contains(Part.PROFILE)) {
      Map<Variant, Profile> profiles = new EnumMap<>(Variant.class);
      for (Variant variant : List.of(Variant.WHOLE_HEAP, Variant.WHOLE_ROCKSDB)) {
        profiles.put(variant, table.profile(variant));
      }
      report.profile(profiles);
    }
  }

  private void latency(Path folder, String broker) throws Exception {
    Latency.Plan plan =
        quick
            ? new Latency.Plan(500, 20, 100, 30, SURGE)
            : new Latency.Plan(500, 30, 200, 60, SURGE);
    say("decisive post to record, about %d s".formatted(plan.calm() + plan.spread() + 15));
    Latency latency = new Latency(folder, broker, LIVE, plan);
    report.latency(latency.measure(), plan, LIVE, latency.bound());
  }

  private void catchUp(Path folder, String broker) throws Exception {
    CatchUp.Plan plan = quick ? new CatchUp.Plan(1_000, 10, 60) : new CatchUp.Plan(2_000, 15, 120);
    Map<Backend, CatchUp.Result> results = new EnumMap<>(Backend.class);
    for (Backend backend : Backend.values()) {
      say("catching up after a stop: " + backend.label());
      results.put(backend, new CatchUp(folder, broker, LIVE, plan).measure(backend));
    }
    report.catchUp(results, plan);
  }

  private void say(String what) {
    out.flush();
    err.println("… " + what);
  }
}
