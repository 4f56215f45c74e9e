package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.evaluate.study.StreamFiles;
import io.groundswell.jobs.surge.evaluate.study.Study;
import io.groundswell.jobs.surge.evaluate.study.StudyCsv;
import io.groundswell.jobs.surge.evaluate.study.StudyJson;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the detection on streams that are generated here. */
@Command(
    name = "study",
    description = {
      "Measures the detection on streams that it generates: false alarms, stated and observed, and"
          + " how soon surges are seen, beside other detectors at the same rate of false alarms and"
          + " an oracle that knows the truth.",
      "The same seed and sizes give the same figures on any machine and number of threads."
    },
    footer = {
      "",
      "Writes tables to standard output; with --out also curves.csv, calm.csv and study.json.",
      "",
      "Example:",
      "  groundswell study --quick",
      "  groundswell study --seed 2 --out study",
      "  groundswell study --only calm --calm-streams 1000",
      "  groundswell study --write streams     the streams alone, for other programs"
    })
final class StudyCommand implements Callable<Integer> {
  private static final String CURVES = "curves.csv";
  private static final String CALM = "calm.csv";
  private static final String JSON = "study.json";
  private static final int RARE_WEEKS = 3_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another N, other streams; the same N, the same figures.")
  private long seed = 1;

  @Option(
      names = "--bucket",
      paramLabel = "DURATION",
      description = "Width of a bucket: 10s, 1m or 5m. Default: ${DEFAULT-VALUE}.")
  private String bucket = "1m";

  @Option(names = "--quick", description = "A tenth of everything, in less than a minute.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "One of the parts: ${COMPLETION-CANDIDATES}.")
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
      description = "Their length in weeks, 2 to 520. Default: ${DEFAULT-VALUE}.")
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

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the files.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace what is in the folder.")
  private boolean force;

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description = "Measure nothing; write streams.csv.gz and truth.csv there.")
  private @Nullable Path write;

  /** What can be asked for alone. */
  enum Part {
    /** False alarms, stated and observed. */
    calm,
    /** Delays beside other detectors. */
    curves,
    /** Delays under one budget. */
    shared
  }

  @Override
  public Integer call() throws Exception {
    if (write != null) {
      writeStreams(write);
      return 0;
    }
    StudyPlan plan = plan();
    if (out != null) {
      LocalFiles.prepare(out, force, List.of(CURVES, CALM, JSON));
    }
    StudyResult result = run(plan);
    StudyText.lines(result).forEach(System.out::println);
    if (out != null) {
      save(result, out);
    }
    return 0;
  }

  private StudyPlan plan() {
    int share = quick ? 10 : 1;
    int calibration = atLeastOne("--weeks", weeks == null ? 400 / share : weeks);
    if (calmWeeks < 2 || calmWeeks > 520) {
      throw new UsageError("--calm-weeks: %d is not between 2 and 520".formatted(calmWeeks));
    }
    atLeastOne("--threads", threads);
    aboveZero("--rates", rates);
    aboveZero("--evidence", thresholds);
    return new StudyPlan(
        seed,
        width().toMillis(),
        rates,
        thresholds,
        atLeastOne("--calm-streams", calmStreams == null ? 240 / share : calmStreams),
        calmWeeks,
        calibration,
        targets(calibration),
        atLeastOne("--surges", surges == null ? 300 / share : surges));
  }

  private Duration width() {
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

  private StudyResult run(StudyPlan plan) {
    try (Workers workers = new Workers(threads, Progress::step)) {
      StudyResult result =
          new StudyResult(
              plan,
              wanted(Part.calm) ? Study.calm(plan, workers) : List.of(),
              wanted(Part.curves) ? Study.delays(plan, workers) : List.of(),
              wanted(Part.shared) ? Study.shared(plan, workers) : List.of());
      Progress.clear();
      return result;
    }
  }

  private boolean wanted(Part part) {
    return only == null || only == part;
  }

  private static void save(StudyResult result, Path folder) throws IOException {
    save(folder, CALM, StudyCsv.calm(result));
    save(folder, CURVES, StudyCsv.curves(result));
    save(folder, JSON, List.of(StudyJson.text(result)));
  }

  private static void save(Path folder, String name, List<String> lines) throws IOException {
    try (Writer writer = LocalFiles.writer(folder.resolve(name).toString())) {
      for (String line : lines) {
        writer.write(line + "\n");
      }
    }
  }

  private void writeStreams(Path folder) throws IOException {
    LocalFiles.prepare(folder, force, List.of(StreamFiles.STREAMS, StreamFiles.TRUTH));
    try (Writer streams = LocalFiles.gzipWriter(folder.resolve(StreamFiles.STREAMS));
        Writer truth = LocalFiles.writer(folder.resolve(StreamFiles.TRUTH).toString())) {
      new StreamFiles(seed, streams, truth).write();
    }
  }
}
