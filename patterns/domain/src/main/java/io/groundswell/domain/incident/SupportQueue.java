package io.groundswell.domain.incident;

import io.groundswell.domain.surge.ScoredBucket;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of the support contacts about one cause: a product and all of its parts, or a
 * region over all products. Mutable and flat, since it is operator state.
 */
public final class SupportQueue {
  /** Buckets with contacts that are remembered: more than an incident's onset lies back. */
  static final int REMEMBERED = 256;

  /**
   * Onset of the surge under way, or of the last one; 0 before the first. Where several subjects of
   * the cause surge, they are one surge that began with the first. Epoch milliseconds.
   */
  public long surgeOnset;

  /** When that surge was over; 0 while it is under way. Epoch milliseconds. */
  public long surgeOver;

  /** End of the bucket in which that surge was noticed. Epoch milliseconds. */
  public long surgeBegan;

  /** Keys of the subjects that surge. */
  public List<String> surging = new ArrayList<>();

  /** Starts of the last buckets with contacts, in order, epoch milliseconds. */
  public List<Long> contacts = new ArrayList<>();

  /** Takes in a bucket of the queue; one that is known already, or before such, changes nothing. */
  void add(ScoredBucket bucket) {
    boolean known = !contacts.isEmpty() && contacts.get(contacts.size() - 1) >= bucket.start();
    if (bucket.posts() > 0 && !known) {
      contacts.add(bucket.start());
      if (contacts.size() > REMEMBERED) {
        contacts.remove(0);
      }
    }
  }

  /**
   * A subject of the cause begins to surge.
   *
   * @param end of the bucket in which that is noticed
   */
  void opens(String subject, long onset, long end) {
    if (surging.isEmpty()) {
      surgeOnset = onset;
      surgeOver = 0;
      surgeBegan = end;
    }
    if (!surging.contains(subject)) {
      surging.add(subject);
    }
  }

  /** A subject of the cause surges no longer. */
  void resolves(String subject, long end) {
    surging.remove(subject);
    if (surging.isEmpty()) {
      surgeOver = end;
    }
  }

  /** Start of the first remembered bucket with a contact that is not before; 0 where none is. */
  long firstContactSince(long moment) {
    return contacts.stream().filter(start -> start >= moment).findFirst().orElse(0L);
  }

  /** Whether a surge of the queue is under way, or was after the given moment. */
  boolean surgedSince(long moment) {
    return surgeOnset != 0 && (surgeOver == 0 || surgeOver > moment);
  }
}
