package io.groundswell.chaos.round;

import io.groundswell.chaos.fault.Fault.Part;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was promised of the time that recovery takes, and what came of it. */
public final class Summary {
  /** Of fewer rounds the median says nothing. */
  private static final int ENOUGH = 5;

  private static final Duration TASKMANAGER_MEDIAN = Duration.ofSeconds(12);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final List<Seen> rounds = new ArrayList<>();

  void add(Seen seen) {
    rounds.add(seen);
  }

  /**
   * Prints it.
   *
   * @return whether every promise was kept
   */
  public boolean print(PrintStream out) {
    List<Duration> taskManagers = outages(Part.TASKMANAGER);
    List<Duration> jobManagers = outages(Part.JOBMANAGER);
    boolean kept =
        line(out, "tasks again after a TaskManager's death", taskManagers, TASKMANAGER_MEDIAN);
    kept &= line(out, "tasks again after a JobManager's death", jobManagers, LONGEST);
    long late = rounds.stream().filter(seen -> !seen.backInTime()).count();
    out.printf(
        "%-46s %d of %d rounds within three times the disturbance  %s%n",
        "behind as before", rounds.size() - late, rounds.size(), word(late == 0));
    return kept && late == 0;
  }

  private List<Duration> outages(Part part) {
    return rounds.stream()
        .filter(seen -> seen.fault().part() == part)
        .map(Seen::outage)
        .sorted()
        .toList();
  }

  private static boolean line(
      PrintStream out, String what, List<Duration> outages, Duration median) {
    if (outages.isEmpty()) {
      return true;
    }
    Duration middle = outages.get(outages.size() / 2);
    Duration worst = outages.get(outages.size() - 1);
    // One round, as in brief chaos, may be any of those that the median stands between.
    boolean few = outages.size() < ENOUGH;
    boolean kept = (few || middle.compareTo(median) <= 0) && worst.compareTo(LONGEST) <= 0;
    out.printf(
        "%-46s median %s, worst %s of %d (median %d s, worst %d s)  %s%n",
        what,
        Table.seconds(middle),
        Table.seconds(worst),
        outages.size(),
        median.toSeconds(),
        LONGEST.toSeconds(),
        word(kept));
    return kept;
  }

  private static String word(boolean kept) {
    return kept ? "held" : "NOT HELD";
  }
}
