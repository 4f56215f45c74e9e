package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.evaluate.study.SharedBudget;
import io.groundswell.jobs.surge.evaluate.study.StreamFiles;
import io.groundswell.jobs.surge.evaluate.study.Study;
import io.groundswell.jobs.surge.evaluate.study.StudyFiles;
import io.groundswell.jobs.surge.evaluate.study.StudyPlan;
import io.groundswell.jobs.surge.evaluate.study.StudyResult;
import io.groundswell.jobs.surge.evaluate.study.StudyText;
import io.groundswell.jobs.surge.evaluate.study.Target;
import io.groundswell.jobs.surge.evaluate.study.Workers;
import io.groundswell.jobs.surge.settings.Durations;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Evaluation on streams that are generated. */
final class StudyMode {
  private static final int RARE_WEEKS = 3_000;
  private static final String DEFAULT_BUCKET = "1m";
  private static final List<Long> SEEDS = List.of(1L);

  @Option(
      names = "--study",
      description =
          "Generate streams and measure on them: false alarms, stated and observed, and how soon"
              + " surges are seen, beside other detectors at the same rate of false alarms.")
  private boolean study;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description =
          "One part: calm (false alarms), curves (delays of all detectors), shared (168 subjects"
              + " share one false incident a week), changes (less evidence after a change).")
  private @Nullable Part only;

  @Option(
      names = "--evidence",
      split = ",",
      paramLabel = "H",
      description = "Thresholds whose false alarms are counted. Default: 10.67,14.33.")
  private List<Double> thresholds = StudyPlan.THRESHOLDS;

  @Option(
      names = "--rates",
      split = ",",
      paramLabel = "R",
      description = "Classes of streams, in complaints a minute. Default: .02,.1,.5,2,10,50,200.")
  private List<Double> rates = StudyPlan.allRates();

  @Option(
      names = "--calm-streams",
      paramLabel = "N",
      description = "Streams a class for the table of false alarms. Default: 240, quick 24.")
  private @Nullable Integer calmStreams;

  @Option(
      names = "--calm-weeks",
      paramLabel = "N",
      description = "Their length in weeks, 2 to 520. Default: 5.")
  private int calmWeeks = 5;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      description =
          "Calm subject-weeks a class to calibrate thresholds on. Default: 400, quick 40.")
  private @Nullable Integer weeks;

  @Option(
      names = "--surges",
      paramLabel = "N",
      description = "Surges of each kind and class. Default: 300, quick 30.")
  private @Nullable Integer surges;

  @Option(
      names = "--rare",
      description = "Also compare at one false alarm in 1000 subject-weeks; needs --weeks 3000.")
  private boolean rare;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; figures do not depend on them. Default: the processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--write-streams",
      paramLabel = "DIR",
      description =
          "Measure nothing; write streams.csv.gz and truth.csv there, for other programs.")
  private @Nullable Path streams;

  /** What can be asked for alone. */
  enum Part {
    /** False alarms, stated and observed. */
    calm,
    /** Delays beside other detectors. */
    curves,
    /** Incidents under one budget. */
    shared,
    /** What change events do. */
    changes
  }

  /** Whether this mode is meant. */
  boolean asked() {
    return study || streams != null;
  }

  /**
   * Measures, prints, and writes.
   *
   * @param bucket width of a bucket, as it was written; empty where it was not
   * @param out where files go; none where null
   */
  void run(String bucket, Generated options, @Nullable OutFolder out, boolean force)
      throws Exception {
    List<Long> seeds = options.seeds(SEEDS);
    if (streams != null) {
      writeStreams(streams, seeds, force);
      return;
    }
    StudyPlan plan = plan(bucket.isEmpty() ? DEFAULT_BUCKET : bucket, seeds, options.quick());
    if (out != null) {
      out.prepare(StudyFiles.ALL);
    }
    StudyResult result = measure(plan);
    StudyText.lines(result).forEach(System.out::println);
    if (out != null) {
      StudyFiles.write(out.path(), result);
      System.out.printf("%nThe report is %s%n", out.path().resolve(StudyFiles.REPORT));
    }
  }

  private StudyPlan plan(String bucket, List<Long> seeds, boolean quick) {
    int share = quick ? 10 : 1;
    int calibration = atLeastOne("--weeks", weeks == null ? 400 / share : weeks);
    if (calmWeeks < 2 || calmWeeks > 520) {
      throw new UsageError("--calm-weeks: %d is not between 2 and 520".formatted(calmWeeks));
    }
    atLeastOne("--threads", threads);
    aboveZero("--rates", rates);
    aboveZero("--evidence", thresholds);
    return new StudyPlan(
        seeds,
        width(bucket).toMillis(),
        rates,
        thresholds,
        atLeastOne("--calm-streams", calmStreams == null ? 240 / share : calmStreams),
        calmWeeks,
        calibration,
        targets(calibration),
        atLeastOne("--surges", surges == null ? 300 / share : surges));
  }

  private static Duration width(String bucket) {
    return Durations.parse(bucket)
        .filter(StudyPlan::isWidth)
        .orElseThrow(() -> new UsageError("--bucket: '%s' is not 10s, 1m or 5m".formatted(bucket)));
  }

  private List<Target> targets(int calibration) {
    if (!rare) {
      return List.of(Target.WEEK, Target.MONTH);
    }
    if (calibration < RARE_WEEKS) {
      throw new UsageError("--rare needs --weeks %d or more".formatted(RARE_WEEKS));
    }
    return List.of(Target.values());
  }

  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new UsageError("%s: %d is less than 1".formatted(option, value));
    }
    return value;
  }

  private static void aboveZero(String option, List<Double> values) {
    for (double value : values) {
      if (!(value > 0) || value > 1e6) {
        throw new UsageError("%s: %s is not between 0 and 1,000,000".formatted(option, value));
      }
    }
  }

  private StudyResult measure(StudyPlan plan) {
    try (Workers workers = new Workers(threads, Progress::step)) {
      StudyResult result =
          new StudyResult(
              plan,
              wanted(Part.calm) ? Study.calm(plan, workers) : List.of(),
              wanted(Part.curves) ? Study.delays(plan, workers) : List.of(),
              wanted(Part.shared) ? Study.shared(plan, workers) : SharedBudget.none(),
              wanted(Part.changes) ? Study.changes(plan, workers) : List.of());
      Progress.clear();
      return result;
    }
  }

  private boolean wanted(Part part) {
    return only == null || only == part;
  }

  private static void writeStreams(Path folder, List<Long> seeds, boolean force)
      throws IOException {
    if (seeds.size() > 1) {
      throw new UsageError("--write-streams takes one --seed");
    }
    LocalFiles.prepare(folder, force, List.of(StreamFiles.STREAMS, StreamFiles.TRUTH));
    try (Writer counts = LocalFiles.gzipWriter(folder.resolve(StreamFiles.STREAMS));
        Writer truth = LocalFiles.writer(folder.resolve(StreamFiles.TRUTH).toString())) {
      new StreamFiles(seeds.get(0), counts, truth).write();
    }
  }
}
