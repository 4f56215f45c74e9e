package io.groundswell.state.diff;

import java.util.List;

/**
 * What differs in a keyed state.
 *
 * @param operator uid of its operator
 * @param state its name
 * @param same entries that both have
 * @param added entries that only the second has
 * @param removed entries that only the first has
 * @param changed entries that both have, with another value
 * @param keys of some of those that differ, for people
 */
public record StateDifference(
    String operator,
    String state,
    long same,
    long added,
    long removed,
    long changed,
    List<String> keys) {

  /** Whether anything differs. */
  public boolean any() {
    return added + removed + changed > 0;
  }
}
