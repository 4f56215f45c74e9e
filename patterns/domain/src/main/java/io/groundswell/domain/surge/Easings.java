package io.groundswell.domain.surge;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Easing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** By how much less evidence suffices for a subject, since its product has been changed lately. */
public final class Easings {
  /** No change: nothing less suffices. */
  public static final Easings NONE = new Easings(List.of());

  /** Sums depend on the order of what is added. */
  private static final Comparator<Easing> IN_ORDER =
      Comparator.comparing(Easing::change, Change.IN_ORDER);

  private final List<Easing> easings;

  private Easings(List<Easing> easings) {
    this.easings = easings;
  }

  /** Those of all that concern a subject; nothing is eased for what is no complaint. */
  public static Easings of(Iterable<Easing> all, Subject subject, long start) {
    List<Easing> own = new ArrayList<>();
    for (Easing easing : all) {
      if (easing.covers(start) && easing.change().concerns(subject)) {
        own.add(easing);
      }
    }
    own.sort(IN_ORDER);
    return own.isEmpty() ? NONE : new Easings(own);
  }

  /**
   * How many times the usual budget more may be spent on a run of buckets: what changes from before
   * it began, or from the bucket in which it began, have bought. Evidence from before a change
   * would make its hour begin with an alarm more often than the budget says.
   *
   * @param since start of the run's first bucket, epoch milliseconds
   */
  double extra(long since) {
    double extra = 0;
    for (Easing easing : easings) {
      extra += easing.since() <= since ? easing.extra() : 0;
    }
    return extra;
  }
}
