package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** How much evidence opened an incident: the same for all subjects, decided day by day. */
@FunctionalInterface
public interface Thresholds {

  /**
   * The threshold at a moment.
   *
   * @param time epoch milliseconds
   */
  double at(long time);

  /** Of subjects whose number never changes. */
  static Thresholds of(int subjects, double perWeek) {
    double threshold = Budget.threshold(subjects, perWeek);
    return time -> threshold;
  }

  /**
   * Of the main job, from what it wrote: those seen in the 28 days before share the budget. Lines
   * in plots only; what the job decided is in the levels of its buckets.
   *
   * @param catalogued subjects that share it on the first day
   */
  static Thresholds of(Volumes volumes, int catalogued, double perWeek) {
    List<NavigableSet<Integer>> seen = new ArrayList<>();
    for (String subject : volumes.subjects()) {
      NavigableSet<Integer> days = new TreeSet<>();
      volumes.of(subject).forEach(bucket -> days.add(Buckets.day(bucket.start())));
      seen.add(days);
    }
    return time -> {
      int day = Buckets.day(time);
      int watched = (int) seen.stream().filter(days -> seenBefore(days, day)).count();
      return Budget.threshold(Math.max(1, watched == 0 ? catalogued : watched), perWeek);
    };
  }

  private static boolean seenBefore(NavigableSet<Integer> days, int day) {
    Integer last = days.lower(day);
    return last != null && last >= day - 28;
  }
}
