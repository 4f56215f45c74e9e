package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.evaluate.study.Study;
import io.groundswell.jobs.surge.evaluate.study.StudyPlan;
import io.groundswell.jobs.surge.evaluate.study.StudyResult;
import io.groundswell.jobs.surge.evaluate.study.StudyText;
import io.groundswell.jobs.surge.evaluate.study.Workers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the detection on streams that are generated here. */
@Command(name = "study", description = "Measures false alarms on streams that it generates.")
final class StudyCommand implements Callable<Integer> {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another N, other streams; the same N, the same figures.")
  private long seed = 1;

  @Option(
      names = "--calm-streams",
      paramLabel = "N",
      description = "Streams a class for the table of false alarms. Default: ${DEFAULT-VALUE}.")
  private int calmStreams = 240;

  @Option(
      names = "--calm-weeks",
      paramLabel = "N",
      description = "Their length in weeks, at least 2. Default: ${DEFAULT-VALUE}.")
  private int calmWeeks = 5;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; results do not depend on them.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    StudyPlan plan =
        new StudyPlan(
            seed,
            60_000,
            StudyPlan.allRates(),
            StudyPlan.THRESHOLDS,
            calmStreams,
            calmWeeks,
            400,
            List.of(),
            300);
    boolean terminal = Boolean.getBoolean(Progress.TERMINAL);
    try (Workers workers =
        new Workers(threads, (part, done, all) -> say(terminal, part, done, all))) {
      StudyResult result = Study.run(plan, workers);
      say(terminal, "", 0, 0);
      StudyText.lines(result).forEach(System.out::println);
    }
    return 0;
  }

  private static void say(boolean terminal, String part, int done, int all) {
    if (terminal) {
      System.err.print("\r\033[K" + (all == 0 ? "" : part + " " + done + " of " + all + " …"));
      System.err.flush();
    }
  }
}
