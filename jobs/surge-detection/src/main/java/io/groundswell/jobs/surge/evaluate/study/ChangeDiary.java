package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Allowance;
import io.groundswell.domain.change.Allowances;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Easing;
import io.groundswell.domain.surge.Easings;
import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was changed while a stream went on, and what each change has bought. */
final class ChangeDiary {
  /** Share of the budget that is saved for changes. */
  static final double SHARE = .1;

  private static final Subject SUBJECT = Subject.product("subject");

  private final Map<Integer, List<Easing>> byHour = new HashMap<>();

  /**
   * Of changes in order.
   *
   * @param times when they were made, epoch milliseconds
   * @param width of a bucket, milliseconds
   */
  ChangeDiary(List<Long> times, long width) {
    Allowances rules = new Allowances(SHARE, width);
    Allowance saved = null;
    for (long at : times) {
      long end = Buckets.start(at, width) + width;
      Change change =
          new Change("c" + at, at, 0, "deploy", SUBJECT.key(), null, List.of(), "", null);
      saved = rules.by(end, saved, ComplaintStream.START);
      Easing easing = rules.buy(change, saved, end);
      saved = rules.spend(saved);
      for (int hour = Buckets.hour(easing.from()); hour <= Buckets.hour(easing.until()); hour++) {
        byHour.computeIfAbsent(hour, key -> new ArrayList<>()).add(easing);
      }
    }
  }

  /** What less suffices in the bucket that starts at a moment. */
  Easings at(long start) {
    List<Easing> near = byHour.get(Buckets.hour(start));
    return near == null ? Easings.NONE : Easings.of(near, SUBJECT, start);
  }
}
