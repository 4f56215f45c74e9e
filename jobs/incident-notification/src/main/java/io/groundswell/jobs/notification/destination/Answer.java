package io.groundswell.jobs.notification.destination;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param outcome delivered, to be tried again, or refused for good
 * @param reference what the destination calls the incident, for the next delivery, or null
 * @param pause the destination asks not to be called before that, or null
 * @param reason one line for people, without secrets; empty where it was delivered to all
 */
public record Answer(
    Outcome outcome, @Nullable String reference, @Nullable Duration pause, String reason) {

  /** What becomes of an attempt. */
  public enum Outcome {
    /** It is there. */
    DELIVERED,
    /** It is not there, or nobody knows; another attempt may succeed. */
    TRY_AGAIN,
    /** It will never be taken as it is. */
    REFUSED
  }

  /** It is there, under this reference. */
  public static Answer delivered(@Nullable String reference) {
    return new Answer(Outcome.DELIVERED, reference, null, "");
  }

  /** To be tried again, not before {@code pause} where that is known. */
  public static Answer tryAgain(String reason, @Nullable Duration pause) {
    return new Answer(Outcome.TRY_AGAIN, null, pause, reason);
  }

  /** Refused for good. */
  public static Answer refused(String reason) {
    return new Answer(Outcome.REFUSED, null, null, reason);
  }
}
