package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.post.DeadLetter;

/**
 * A record as a source delivers it, before it is read.
 *
 * @param where source position: {@code posts.ndjson:17}
 * @param time event time in epoch milliseconds; {@link #NO_TIME} where the record has none that can
 *     be believed
 * @param bytes the record; of an oversized one, its beginning
 * @param oversized the record was longer than {@link RecordFile#LARGEST}
 */
public record RawRecord(String where, long time, byte[] bytes, boolean oversized) {
  /** The time of records that carry none: dead letters to be. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final int EXCERPT = 1024;

  /** The mark that nothing comes after {@code time}, so that its bucket can close. */
  static RawRecord end(long time) {
    return new RawRecord("", time, new byte[0], false);
  }

  /** Whether this is no record but the mark of the end. */
  public boolean isEnd() {
    return where.isEmpty();
  }

  /** This record as a dead letter. */
  public DeadLetter refused(UnreadableRecord why) {
    String excerpt = Excerpt.of(bytes, !oversized, EXCERPT);
    return new DeadLetter(why.reason(), why.getMessage(), where, excerpt);
  }
}
