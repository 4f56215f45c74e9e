package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.post.Masking;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A record as a source delivers it, before it is read.
 *
 * @param input what it was sent as
 * @param where source position: {@code posts.ndjson:17}
 * @param time event time in epoch milliseconds; {@link #NO_TIME} where the record has none that can
 *     be believed
 * @param bytes the record; of an oversized one, its beginning
 * @param oversized the record was longer than {@link RecordFile#LARGEST}
 * @param now the reader's clock when the record arrived, epoch milliseconds; {@link #NO_TIME} for
 *     files
 * @param closed the last moment whose bucket had closed when the record arrived; {@link #NO_TIME}
 *     for files, in which nothing is late
 * @param copy which of the subtasks behind has to get it; {@link #ANYONE} where any may
 */
public record RawRecord(
    Input input,
    String where,
    long time,
    byte[] bytes,
    boolean oversized,
    long now,
    long closed,
    int copy) {
  /** For one subtask, whichever it is. */
  public static final int ANYONE = -1;

  /** The time of records that carry none: dead letters to be. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** How much is kept of an oversized record, and told of a refused one, in bytes. */
  static final int EXCERPT = 1024;

  /** With it anybody could send alerts in the sender's name. */
  private static final Pattern KEY =
      Pattern.compile("(\"(?:routing|service)_key\"\\s*:\\s*\")[^\"]*");

  /** A record of a file of posts. */
  public static RawRecord ofFile(String where, long time, byte[] bytes, boolean oversized) {
    return ofFile(Input.POSTS, where, time, bytes, oversized);
  }

  /** A record of a file. */
  static RawRecord ofFile(Input input, String where, long time, byte[] bytes, boolean oversized) {
    return new RawRecord(input, where, time, bytes, oversized, NO_TIME, NO_TIME, ANYONE);
  }

  /** The same record of a file, as what it was sent, and its time. */
  RawRecord as(Input kind, long eventTime) {
    return ofFile(kind, where, eventTime, bytes, oversized);
  }

  /**
   * A record that has just arrived.
   *
   * @param input what it was sent as
   * @param bytes all of it
   * @param now the reader's clock, epoch milliseconds
   * @param closed the last moment whose bucket has closed, epoch milliseconds
   */
  public static RawRecord live(Input input, String where, byte[] bytes, long now, long closed) {
    boolean oversized = bytes.length > RecordFile.LARGEST;
    byte[] kept = oversized ? Arrays.copyOf(bytes, EXCERPT) : bytes;
    return new RawRecord(input, where, NO_TIME, kept, oversized, now, closed, ANYONE);
  }

  /** The same for a subtask, from 0: what all have to know goes to each, among what it is about. */
  public RawRecord copyFor(int subtask) {
    return new RawRecord(input, where, time, bytes, oversized, now, closed, subtask);
  }

  /**
   * The subtask that has to get it, or {@link #ANYONE}. Of rulings themselves it is the first, so
   * that they stay in their order.
   */
  public int subtask() {
    return input == Input.CONTROL && copy == ANYONE ? 0 : copy;
  }

  /** Whether this is one of the copies of a record that all have to know. */
  public boolean isCopy() {
    return copy != ANYONE;
  }

  /** The mark that nothing comes after {@code time}, so that its bucket can close. */
  static RawRecord end(long time) {
    return ofFile("", time, new byte[0], false);
  }

  /**
   * The moment at which the record is read, by the clock that moves the job: its arrival, or in a
   * file its own time; {@link #NO_TIME} where it has none.
   */
  public long readAt() {
    return now == NO_TIME ? time : now;
  }

  /** The topic of a live record, whose position is {@code topic-partition:offset}. */
  String topic() {
    return where.substring(0, Math.max(0, where.lastIndexOf('-', where.lastIndexOf(':'))));
  }

  /** Whether this is no record but the mark of the end. */
  public boolean isEnd() {
    return where.isEmpty();
  }

  /** This record as a dead letter, in which nobody can be reached and no key is told. */
  public DeadLetter refused(UnreadableRecord why) {
    String given = KEY.matcher(Excerpt.of(bytes, !oversized, EXCERPT)).replaceAll("$1[key]");
    String excerpt = Excerpt.of(Masking.mask(given), EXCERPT);
    return new DeadLetter(why.reason(), why.getMessage(), where, excerpt);
  }
}
