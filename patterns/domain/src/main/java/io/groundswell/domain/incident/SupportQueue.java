package io.groundswell.domain.incident;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of the support contacts about one subject. Mutable and flat, since it is
 * operator state.
 */
public final class SupportQueue {
  /** Buckets with contacts that are remembered: more than an incident's onset lies back. */
  static final int REMEMBERED = 256;

  /** Onset of the surge under way, or of the last one; 0 before the first. Epoch milliseconds. */
  public long surgeOnset;

  /** When that surge was over; 0 while it is under way. Epoch milliseconds. */
  public long surgeOver;

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

  /** Takes in a pattern that matched in the queue. */
  void add(SurgeMatch match) {
    if (match.last().turn() == Turn.OPENS || match.last().turn() == Turn.REOPENS) {
      surgeOnset = match.last().surge().onset();
      surgeOver = 0;
    } else if (match.last().turn() == Turn.RESOLVES) {
      surgeOver = match.last().end();
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
