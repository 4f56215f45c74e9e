package io.groundswell.cep.host;

import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.Signal;
import java.util.Objects;

/**
 * Under which state is kept: a group by itself, or one version of one pattern for it.
 *
 * @param over whose buckets meet in the group
 * @param group the group, see {@link Signal#group()}
 * @param pattern id of the pattern; empty for the group by itself
 * @param since when the version came into force; 0 for the group by itself
 */
public record PatternKey(Over over, String group, String pattern, long since) {

  /** The group of a signal. */
  public static PatternKey of(Signal signal) {
    return new PatternKey(signal.over(), signal.group(), "", 0);
  }

  PatternKey of(OpenRun run) {
    return new PatternKey(over, group, run.pattern(), run.since());
  }

  PatternKey alone() {
    return new PatternKey(over, group, "", 0);
  }

  boolean isAlone() {
    return pattern.isEmpty();
  }

  /** By the group alone, so that all of its keys share a key group, and so an instance. */
  @Override
  public int hashCode() {
    return group.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatternKey key
        && over == key.over
        && since == key.since
        && group.equals(key.group)
        && Objects.equals(pattern, key.pattern);
  }
}
