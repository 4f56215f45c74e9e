package io.groundswell.chaos.round;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The rounds as a table, a row as soon as a round is over. */
final class Table {
  private final PrintStream out;

  Table(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.println(
        "  behind: how far the job's event time is behind the clock; back: until that was as before,"
            + " once everything ran again");
    out.printf(
        "%3s  %-19s %-52s %7s %7s %7s %7s%n", "", "fault", "", "outage", "behind", "most", "back");
  }

  void row(Seen seen) {
    out.printf(
        Locale.ROOT,
        "%3d  %-19s %-52s %7s %7s %7s %7s%s%n",
        seen.round(),
        seen.fault().label(),
        seen.struck().what(),
        seen.outage().isZero() ? "-" : seconds(seen.outage()),
        seconds(seen.lag()),
        seconds(seen.mostLag()),
        seen.back().isNegative() ? "never" : seconds(seen.back()),
        seen.backInTime() ? "" : "  LATE");
    out.flush();
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
  }
}
