package io.groundswell.jobs.notification.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a destination stands to an incident: the last entry of the two is true. Times are epoch
 * milliseconds.
 *
 * @param destination its name in the settings
 * @param incidentId the incident
 * @param sequence the update that this is about
 * @param outcome what became of it
 * @param open the destination has an alert of this incident
 * @param acknowledged it was told that somebody has it
 * @param reference what the destination calls the incident, or null
 * @param attempts how many it took
 * @param firstAt when the destination took the incident's first notice; 0 where it never has
 * @param at when this was so
 * @param severity how urgent the incident was
 * @param owner whose it is, from the catalogue, or null
 * @param reason why it was not delivered; empty where it was
 * @param notice the update itself where it was not delivered, so that it can be; else null
 */
public record Entry(
    String destination,
    String incidentId,
    int sequence,
    Outcome outcome,
    boolean open,
    boolean acknowledged,
    @Nullable String reference,
    int attempts,
    long firstAt,
    long at,
    String severity,
    @Nullable String owner,
    String reason,
    @Nullable String notice) {

  /** What becomes of an update. */
  public enum Outcome {
    /** The destination has taken it. */
    DELIVERED,
    /** The destination will not take it. */
    REFUSED,
    /** It was tried for too long. */
    GIVEN_UP,
    /** A mute holds it back. */
    HELD;

    /** The word for it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What tells it from other entries: the last of a key is true. */
  public String key() {
    return key(destination, incidentId);
  }

  /** The key of all entries of a destination and an incident. */
  static String key(String destination, String incidentId) {
    return destination + "|" + incidentId;
  }
}
