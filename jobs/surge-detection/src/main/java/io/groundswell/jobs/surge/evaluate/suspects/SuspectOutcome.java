package io.groundswell.jobs.surge.evaluate.suspects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What came of a fault.
 *
 * @param pace how often its product was changed
 * @param fault it
 * @param told minutes until an incident told of it; empty where none did
 * @param toldWithout the same where the job knew no changes
 * @param suspected ids of the changes that were suspected when the incident was opened, the
 *     likeliest first
 * @param possible the same of those that were possible
 */
public record SuspectOutcome(
    Pace pace,
    Fault fault,
    OptionalLong told,
    OptionalLong toldWithout,
    List<String> suspected,
    List<String> possible) {

  static SuspectOutcome of(
      Pace pace, Fault fault, List<JsonNode> openings, List<JsonNode> without) {
    JsonNode opening =
        openings.stream()
            .filter(one -> fault.holds(Openings.detected(one)))
            .findFirst()
            .orElse(null);
    return new SuspectOutcome(
        pace,
        fault,
        minutes(fault, openings),
        minutes(fault, without),
        opening == null ? List.of() : Openings.ids(opening, "suspects"),
        opening == null ? List.of() : Openings.ids(opening, "possible_changes"));
  }

  private static OptionalLong minutes(Fault fault, List<JsonNode> openings) {
    return openings.stream()
        .mapToLong(Openings::detected)
        .filter(fault::holds)
        .map(at -> (at - fault.from().toEpochMilli()) / 60_000)
        .min();
  }

  /** Whether a change caused it. */
  boolean caused() {
    return fault.cause() != null;
  }

  /** Whether its cause was suspected before all others. */
  boolean first() {
    return caused() && !suspected.isEmpty() && suspected.get(0).equals(fault.cause());
  }

  /** Whether no change was more likely to be the cause, suspected or not. */
  boolean firstOfAll() {
    List<String> all = suspected.isEmpty() ? possible : suspected;
    return caused() && !all.isEmpty() && Objects.equals(all.get(0), fault.cause());
  }
}
