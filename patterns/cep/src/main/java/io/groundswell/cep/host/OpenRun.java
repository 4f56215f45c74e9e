package io.groundswell.cep.host;

import io.groundswell.domain.pattern.Tenure;

/**
 * A version of a pattern that has partial matches in a group.
 *
 * @param pattern id of the pattern
 * @param since when the version came into force
 */
public record OpenRun(String pattern, long since) {
  static OpenRun of(Tenure tenure) {
    return new OpenRun(tenure.rule().id(), tenure.since());
  }
}
