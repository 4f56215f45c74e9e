package io.groundswell.jobs.surge.evaluate.truth;

import java.util.List;
import java.util.OptionalLong;

/**
 * An incident that the job told of.
 *
 * @param id its id
 * @param kind {@code surge}, {@code blind} …; only surges are judged
 * @param subject key of its subject
 * @param severity when it opened; empty where none was given
 * @param title one sentence
 * @param detectedAt when it was told first, epoch milliseconds
 * @param updates what was told of it, in order; at least one
 */
public record ToldIncident(
    String id,
    String kind,
    String subject,
    String severity,
    String title,
    long detectedAt,
    List<ToldUpdate> updates) {
  /** The kind that is judged. */
  public static final String SURGE = "surge";

  /** Whether it is of the kind that is judged. */
  public boolean isSurge() {
    return SURGE.equals(kind);
  }

  /** When it was over; empty where it is still open. */
  public OptionalLong endedAt() {
    ToldUpdate last = updates.get(updates.size() - 1);
    return last.isEnd() ? OptionalLong.of(last.at()) : OptionalLong.empty();
  }

  /**
   * The time during which it was open.
   *
   * @param end until when an incident that is still open is taken to be so, epoch milliseconds
   */
  public Spans open(long end) {
    Spans open = Spans.NONE;
    long since = Long.MIN_VALUE;
    for (ToldUpdate update : updates) {
      if (update.isAlarm() && since == Long.MIN_VALUE) {
        since = update.at();
      } else if (update.isEnd() && since != Long.MIN_VALUE) {
        open = open.plus(since, update.at());
        since = Long.MIN_VALUE;
      }
    }
    return since == Long.MIN_VALUE ? open : open.plus(since, end);
  }
}
