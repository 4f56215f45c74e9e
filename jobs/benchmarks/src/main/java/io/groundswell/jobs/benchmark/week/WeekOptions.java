package io.groundswell.jobs.benchmark.week;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.history.HistoryOptions;
import io.groundswell.jobs.benchmark.live.MissedHour;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code --week} and {@code --hour} are told. */
public final class WeekOptions {
  private static final int WEEK = 7;
  private static final int HOURS = 24;
  private static final int HOUR = 3_600;
  private static final double STEADY = 50;

  @Option(
      names = "--week",
      description =
          "Only whether the job stays as it is: a week of posts as fast as it can, on RocksDB in a"
              + " process of its own, and every hour its state, memory, files, threads and latency."
              + " --days N makes it shorter or longer,"
              + " --plot FILE writes a page with plots.")
  private boolean week;

  @Option(
      names = "--hour",
      description =
          "Only a stop of an hour under steady load: how soon the job has caught up, and whether its"
              + " incidents are those of a job that was never stopped; some minutes.")
  private boolean hour;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "With --week or --hour: posts a second. Default: 10 of event time, mean of a day, or 50.")
  private double rate;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Whether it is asked for. */
  public boolean asked() {
    return week || hour;
  }

  /**
   * Measures and prints.
   *
   * @param folder new or empty, for all that is written
   * @param live policy of the job that is stopped
   * @param shared its days and its page are also the week's
   */
  public void run(
      Path folder, Policy live, HistoryOptions shared, PrintStream out, Consumer<String> progress)
      throws Exception {
    int days = shared.days(WEEK);
    if (days < 1 || rate < 0) {
      throw new ParameterException(
          command.commandLine(), "--days begins at 1, --rate is above 0: give other numbers");
    }
    if (week) {
      week(folder.resolve("week"), days, shared.plot(), out, progress);
    }
    if (hour) {
      hour(folder.resolve("hour"), live, out, progress);
    }
  }

  private void week(
      Path folder, int days, @Nullable Path plot, PrintStream out, Consumer<String> progress)
      throws Exception {
    Rhythm rhythm = new Rhythm(rate > 0 ? rate : 10);
    Week lived = new Week(Files.createDirectories(folder), rhythm, days * HOURS, progress);
    List<Sample> samples = lived.live();
    Days result = new Days(samples, HOURS);
    new WeekReport(out).print(result, rhythm, lived.posts());
    if (plot != null) {
      Files.writeString(plot, new WeekPage(result).html(rhythm, lived.posts()));
    }
  }

  private void hour(Path folder, Policy policy, PrintStream out, Consumer<String> progress)
      throws Exception {
    Files.createDirectories(folder);
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      MissedHour.Plan plan = new MissedHour.Plan(rate > 0 ? rate : STEADY, 120, HOUR, 90);
      new MissedHour(folder, broker.address(), policy, plan, progress).measure().print(out);
    }
  }
}
