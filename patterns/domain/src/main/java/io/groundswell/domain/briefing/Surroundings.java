package io.groundswell.domain.briefing;

import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Scene.Dark;
import io.groundswell.domain.change.Tempo;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was going on around an incident, besides posts.
 *
 * @param changes what was changed lately
 * @param tempos how often products are changed, by id
 * @param since when changes began to be seen, epoch milliseconds
 * @param dark when sources were silent
 */
public record Surroundings(
    Collection<Change> changes, Map<String, Tempo> tempos, long since, List<Dark> dark) {
  /** Nothing is known. */
  public static final Surroundings NONE = new Surroundings(List.of(), Map.of(), 0, List.of());
}
