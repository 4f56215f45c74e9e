package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.benchmark.history.OwnProcess.Took;
import io.groundswell.jobs.history.table.HistoryTable;
import java.io.PrintStream;
import java.util.Locale;

/** Says what was measured, for people. */
final class HistoryReport {
  /** Of what the main job costs at the same rate, the history may cost less than this. */
  static final double SHARE = .1;

  private static final int WHOLE_YEAR = 365;
  private final PrintStream out;

  HistoryReport(PrintStream out) {
    this.out = out;
  }

  void rate(Year year) {
    double perDay = (double) year.rows() / year.days();
    line(
        "%,d rows in %d days: %,.0f rows a second on two threads, %.1f bytes a row",
        year.rows(), year.days(), year.rows() / year.seconds(), bytesOfRow(year));
    line(
        "a year takes %.0f min and %.1f GB",
        WHOLE_YEAR * year.seconds() / year.days() / 60,
        WHOLE_YEAR * perDay * bytesOfRow(year) / 1e9);
  }

  void year(Year year, int wanted) {
    line("");
    line(
        "%,d days were written: %,d rows, %.2f GB, %.1f bytes a row, in %.1f min",
        year.days(), year.rows(), year.bytes() / 1e9, bytesOfRow(year), year.seconds() / 60);
    if (year.days() < wanted) {
      line("%d days were asked for: --disk ended it before", wanted);
    }
  }

  private static double bytesOfRow(Year year) {
    return (double) year.bytes() / year.rows();
  }

  void questions() {
    line("");
    line(
        "Median of five. Command: a new process, with the start of Java; query: the same without it;");
    line(
        "again: asked again in one process. Memory: the most that a command's process had. Files lie in");
    line("the system's cache, since they were written just before.");
    line(
        "%-46s %5s %12s %9s %8s %8s %8s %8s",
        "", "days", "rows", "files", "command", "query", "again", "memory");
  }

  void asked(Asked asked) {
    if (!asked.failure().isEmpty()) {
      line("%-46s %5d NOT ANSWERED: %s", asked.question().label(), asked.days(), asked.failure());
      return;
    }
    line(
        "%-46s %5d %,12d %9s %7.2fs %7.2fs %7.2fs %6.2fGB",
        asked.question().label(),
        asked.days(),
        asked.rows(),
        asked.files() + "/" + asked.of(),
        asked.command(),
        asked.alone(),
        asked.again(),
        asked.gigabytes());
  }

  /** Whether the lines are held, of the largest table. */
  void verdict(Asked asked) {
    Question question = asked.question();
    if (Double.isNaN(question.seconds())) {
      return;
    }
    boolean answered = asked.failure().isEmpty();
    line(
        "%s over %d days: query %s, command %s, memory %s",
        question.label(),
        asked.days(),
        verdict(answered && asked.alone() < question.seconds(), question.seconds(), "s"),
        verdict(answered && asked.command() < question.seconds(), question.seconds(), "s"),
        verdict(answered && asked.gigabytes() < question.gigabytes(), question.gigabytes(), "GB"));
  }

  private static String verdict(boolean held, double bound, String unit) {
    return String.format(
        Locale.ROOT, "%s (under %.0f %s)", held ? "held" : "NOT HELD", bound, unit);
  }

  void writing(Writing.Result result) {
    Writing.Plan plan = result.plan();
    line("");
    line(
        "The feed: %,d posts in %d s of event time, %.0f a second. For it the main job writes, a second:",
        plan.posts(), plan.seconds(), (double) plan.posts() / plan.seconds());
    for (HistoryTable table : HistoryTable.values()) {
      if (result.lines().count(table) > 0) {
        line("%24s %,10.1f", table.label(), (double) result.lines().count(table) / plan.seconds());
      }
    }
    line(
        "CPU-seconds are this process's, with the broker, without the JVM's compiler (which is done in a job that has run for long).");
    line(
        "Taken off: of the main job the %.3f a second of an idle process, of the history the %.3f (%.3f at %d times the rate) while nobody reads its lines.",
        result.idle().rate(), result.told().rate(), result.toldFast().rate(), Writing.TIMES);
    fast(result);
    slow(result);
  }

  private void fast(Writing.Result result) {
    Writing.Kept fast = result.fast();
    double perSecond = fast.lines() / (fast.spent().seconds() - fast.level());
    line(
        "%d times that, %,.0f lines a second for %.0f s, a commit every %d s: %,d lines could not be asked for when the last was written; all could %.1f s later",
        Writing.TIMES,
        perSecond,
        fast.spent().seconds() - fast.level(),
        Writing.OFTEN.toSeconds(),
        fast.behind(),
        fast.level());
    line(
        "keeps up: %s",
        verdict(keepsUp(fast), 2.0 * Writing.OFTEN.toSeconds(), "s behind, two commits"));
    line(
        "per post, both as fast as they come: main job %.1f us, history at %d times the rate %.1f us: %.0f %%: %s",
        1e6 * result.mainPerPost(),
        Writing.TIMES,
        1e6 * result.historyPerPost(),
        100 * result.historyPerPost() / result.mainPerPost(),
        verdict(
            result.historyPerPost() < SHARE * result.mainPerPost(),
            100 * SHARE,
            "% of the main job"));
  }

  static boolean keepsUp(Writing.Kept fast) {
    return fast.level() < 2 * Writing.OFTEN.toSeconds();
  }

  private void slow(Writing.Result result) {
    line("At the rate of the feed, CPU-seconds a second: main job %.3f", result.mainLive());
    slow("with a commit every 10 s", result, result.often());
    slow("with a commit a minute, the default", result, result.usual());
  }

  private void slow(String what, Writing.Result result, Effort.Spent kept) {
    double ratio = result.historyLive(kept) / result.mainLive();
    line(
        "history %s %.3f: %.0f %%: %s",
        what,
        result.historyLive(kept),
        100 * ratio,
        verdict(ratio < SHARE, 100 * SHARE, "% of the main job"));
  }

  void merged(String what, Merged.Result merged) {
    Took took = merged.took();
    line("");
    line(
        "history --maintain over %s: %.1f s, %.2f GB of memory %s",
        what, took.seconds(), took.peak() / 1e9, took.failure());
    line("%-16s %12s %8s %10s %8s %22s", "table", "rows", "files", "MB", "then", "MB each");
    for (Merged.Day day : merged.days()) {
      line(
          "%-16s %,12d %8d %10.1f %8d %22s  %s",
          day.table(),
          day.rows(),
          day.before().size(),
          megabytes(day.before().stream().mapToLong(Long::longValue).sum()),
          day.after().size(),
          sizes(day),
          day.held() ? "held" : "NOT HELD (one file a day, or as few as 256 MB allow)");
    }
  }

  private static String sizes(Merged.Day day) {
    return String.join(
        " ",
        day.after().stream()
            .map(size -> String.format(Locale.ROOT, "%.1f", megabytes(size)))
            .toList());
  }

  private static double megabytes(long bytes) {
    return bytes / (double) (1 << 20);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
