package io.groundswell.jobs.benchmark.history;

import io.groundswell.domain.policy.Policy;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code --history} is told. */
public final class HistoryOptions {
  private static final int YEAR = 365;
  private static final long GIGABYTE = 1_000_000_000;
  private static final int LEAST_SUBJECTS = 100;

  @Option(
      names = "--history",
      description =
          "Only the volume history: a year of 10,000 subjects is written and asked, what the main job"
              + " says of a feed is kept at 20 times its rate, and small files are merged; three"
              + " quarters of an hour and 10 GB of disk, with --days 7 ten minutes.")
  private boolean history;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "With --history: days of volumes. Default: 365; with --week: of posts, 7.")
  private @Nullable Integer days;

  @Option(
      names = "--subjects",
      paramLabel = "N",
      description =
          "With --history: how many have volumes, 100 or more. Default: ${DEFAULT-VALUE}.")
  private int subjects = 10_000;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "With --history: where to work, new or empty; it stays. Default: deleted in the end.")
  private @Nullable Path folder;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "With --history or --week: writes a page with plots.")
  private @Nullable Path plot;

  @Option(
      names = "--disk",
      paramLabel = "GB",
      description = "With --history: no more days after so much. Default: ${DEFAULT-VALUE}.")
  private int disk = 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Whether it is asked for. */
  public boolean asked() {
    return history;
  }

  /** How many days are asked for, or {@code usual}. */
  public int days(int usual) {
    return days == null ? usual : days;
  }

  /** Where a page is to be; null for none. */
  public @Nullable Path plot() {
    return plot;
  }

  /**
   * Measures and prints.
   *
   * @param temporary where to work when no folder is named
   */
  public void run(Path temporary, Policy policy, PrintStream out, Consumer<String> progress)
      throws Exception {
    if (days(YEAR) < 1 || subjects < LEAST_SUBJECTS || disk < 1) {
      throw bad("--days and --disk begin at 1, --subjects at " + LEAST_SUBJECTS);
    }
    Path home = folder == null ? temporary.resolve("history") : folder.toAbsolutePath();
    if (!HistoryBenchmark.isFree(home)) {
      throw bad("--folder: %s is not empty; name a new one".formatted(folder));
    }
    String page = new HistoryBenchmark(home, plan(), policy, out, progress).run();
    if (plot != null) {
      Files.writeString(plot, page);
    }
  }

  private HistoryBenchmark.Plan plan() {
    boolean year = days(YEAR) >= YEAR;
    // The feed is that of the main job's own figures: 1,000,000 posts in half an hour.
    return new HistoryBenchmark.Plan(
        days(YEAR),
        subjects,
        disk * GIGABYTE,
        year ? 1_000_000 : 667_000,
        year ? 1_800 : 1_200,
        year ? 180 : 60,
        year ? 30_000_000 : 3_000_000,
        year ? 200 : 50);
  }

  private ParameterException bad(String what) {
    return new ParameterException(command.commandLine(), what);
  }
}
