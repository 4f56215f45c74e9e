package io.groundswell.domain.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many contacts about one subject came in each half hour of the last days. Support that is
 * closed at night opens with a rush, which no baseline of hours follows closely: so a surge counts
 * only where more come than came at this time of day before. Mutable and flat, since it is operator
 * state.
 */
public final class QueueDays {
  /** Long enough for two of each day of the week. */
  static final int REMEMBERED_DAYS = 14;

  private static final long SLOT = 1_800_000;
  private static final long SLOTS_A_DAY = 48;

  /** From so many days on the busiest may have been a surge itself. */
  private static final int TELLING_DAYS = 3;

  /**
   * Of a few contacts, chance brings so many standard errors more; of many, days differ by half.
   */
  private static final double STANDARD_ERRORS = 3;

  private static final double OF_DAYS = .5;

  /** Onset of a surge that has not counted yet; 0 where there is none. Epoch milliseconds. */
  public long waitingSince;

  /** Number of the first half hour with a contact, since the epoch. */
  public long first;

  /** Numbers of the half hours with contacts, in order. */
  public List<Long> slots = new ArrayList<>();

  /** How many came in each of them. */
  public List<Integer> counts = new ArrayList<>();

  /** Contacts came in a bucket. */
  void add(long start, int contacts) {
    long slot = Math.floorDiv(start, SLOT);
    int last = slots.size() - 1;
    if (last >= 0 && slots.get(last) == slot) {
      counts.set(last, counts.get(last) + contacts);
    } else if (contacts > 0 && (last < 0 || slots.get(last) < slot)) {
      first = slots.isEmpty() && first == 0 ? slot : first;
      slots.add(slot);
      counts.add(contacts);
    }
    while (!slots.isEmpty() && slots.get(0) < slot - REMEMBERED_DAYS * SLOTS_A_DAY) {
      slots.remove(0);
      counts.remove(0);
    }
  }

  /**
   * Whether in the half hour that {@code end} lies in clearly more have come than in that half
   * hour, or the one before or after it, of the busiest day remembered; of three days or more, of
   * the second busiest.
   */
  boolean isUnusual(long end) {
    long slot = Math.floorDiv(end - 1, SLOT);
    List<Integer> before = new ArrayList<>();
    for (int day = 1; day <= REMEMBERED_DAYS && slot - day * SLOTS_A_DAY >= first; day++) {
      long then = slot - day * SLOTS_A_DAY;
      before.add(Math.max(count(then), Math.max(count(then - 1), count(then + 1))));
    }
    if (before.isEmpty()) {
      return true;
    }
    before.sort(Collections.reverseOrder());
    double usual = before.get(before.size() >= TELLING_DAYS ? 1 : 0);
    double more = Math.max(STANDARD_ERRORS * Math.sqrt(usual), OF_DAYS * usual);
    return count(slot) > usual + more;
  }

  private int count(long slot) {
    int at = Collections.binarySearch(slots, slot);
    return at < 0 ? 0 : counts.get(at);
  }

  /**
   * When a surge began that counts from {@code end} on: at its onset, unless that lies far back.
   */
  long onset(long end) {
    long slot = Math.floorDiv(end - 1, SLOT) * SLOT;
    return slot - waitingSince <= SLOT ? waitingSince : slot;
  }
}
