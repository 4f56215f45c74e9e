package io.groundswell.jobs.surge.ledger;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.RawRecord;

/**
 * What became of some records.
 *
 * @param minute start of the minute in which that was decided, epoch milliseconds; {@link
 *     RawRecord#NO_TIME} for a record of a file that has no time
 * @param input what they were sent as
 * @param source where they were posted, the channel of contacts, or the kind of changes; {@value
 *     #NO_SOURCE} for dead letters
 * @param outcome what became of them
 * @param count how many, 1 or more
 * @param unmatched how many of them are about nobody in the catalogue
 * @param late how many of them came after their bucket had closed
 */
public record Tally(
    long minute,
    Input input,
    String source,
    Outcome outcome,
    long count,
    long unmatched,
    long late) {
  static final long MINUTE = 60_000;
  private static final String NO_SOURCE = "?";

  /** One record whose outcome is decided at {@code time}. */
  public static Tally one(long time, Input input, String source, Outcome outcome) {
    return one(time, input, source, outcome, false, false);
  }

  /** One record that counted. */
  public static Tally one(
      long time, Input input, String source, Outcome outcome, boolean unmatched, boolean late) {
    long minute = time == RawRecord.NO_TIME ? time : Buckets.start(time, MINUTE);
    return new Tally(minute, input, source, outcome, 1, unmatched ? 1 : 0, late ? 1 : 0);
  }

  /** A record that cannot be read. */
  public static Tally deadLetter(RawRecord record) {
    return one(record.readAt(), record.input(), NO_SOURCE, Outcome.DEAD_LETTERS);
  }

  /** What tells tallies of one minute that may not be added. */
  record Slot(long minute, Input input, String source, Outcome outcome) {}

  Slot slot() {
    return new Slot(minute, input, source, outcome);
  }

  Tally plus(Tally other) {
    return new Tally(
        minute,
        input,
        source,
        outcome,
        count + other.count,
        unmatched + other.unmatched,
        late + other.late);
  }
}
