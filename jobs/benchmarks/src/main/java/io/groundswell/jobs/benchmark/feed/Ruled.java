package io.groundswell.jobs.benchmark.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.connector.RulingJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What people rule meanwhile, a thousand times an hour: the catalogue with one product more or
 * less, the policy and a pattern, in turn.
 */
public final class Ruled {
  static final int AN_HOUR = 1_000;

  private static final int SECONDS = 3_600;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What people change from hour to hour. */
  private static final List<RuleKind> KINDS =
      List.of(RuleKind.CATALOGUE, RuleKind.POLICY, RuleKind.PATTERNS);

  private Ruled() {}

  /** How many are ruled before a tick. */
  static long before(int tick) {
    return (long) tick * AN_HOUR / SECONDS;
  }

  /**
   * Ticks with what is ruled in them.
   *
   * @param ticks one for each second
   * @param first the number of the first of them, from 0
   * @param partition of the control topic, as ticks name it
   */
  static List<byte[]> ticks(List<byte[]> ticks, int first, String partition) {
    List<byte[]> ruled = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i++) {
      ruled.add(tick(ticks.get(i), partition, before(first + i), before(first + i + 1)));
    }
    return ruled;
  }

  private static byte[] tick(byte[] tick, String partition, long before, long until) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(tick);
      json.withObject("/ends").put(partition, until);
      if (until > before) {
        json.put("control", RulingJson.write(ruling(until), json.path("time").asLong()));
      }
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new IllegalStateException("not a tick", e);
    }
  }

  private static Ruling ruling(long number) {
    RuleKind kind = kind(number);
    int ofKind = (int) (number / KINDS.size()) + 1;
    return new Ruling(kind, ofKind, Long.MIN_VALUE, content(number, ""), "benchmark", "measured");
  }

  /** The kind of a ruling, by its number over all kinds. */
  public static RuleKind kind(long number) {
    return KINDS.get((int) (number % KINDS.size()));
  }

  /**
   * What it says: each of a kind a little different from the one before.
   *
   * @param policy what else the policy says, as its file has it
   */
  public static String content(long number, String policy) {
    long ofKind = number / KINDS.size();
    return switch (kind(number)) {
      case CATALOGUE -> Invented.yaml() + "  - {id: extra%d}%n".formatted(ofKind);
      case POLICY -> policy + "min_authors: %d%n".formatted(4 + ofKind % 2);
      case PATTERNS ->
          """
          patterns:
            - id: again
              stages:
                - {begin: first, where: {turn: opens}}
                - {followed_by: over, where: {turn: resolves}}
                - {followed_by: second, where: {level: {at_least: elevated}}}
              within: %dm
          """
              .formatted(60 + ofKind % 2);
      case MODEL -> throw new IllegalStateException("weights are not changed from hour to hour");
    };
  }
}
