package io.groundswell.jobs.surge.ruling;

import io.groundswell.jobs.surge.Rules;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operator builds from rules, for the last two of them: around a change records of before
 * and of after it come in turns, and what is built is costly.
 *
 * @param <T> what is built
 */
public final class ByRules<T> {
  private final Function<Rules, T> build;
  private @Nullable Rules rules;
  private @Nullable T built;
  private @Nullable Rules otherRules;
  private @Nullable T other;

  /** Builds as given. */
  public ByRules(Function<Rules, T> build) {
    this.build = build;
  }

  /** What was built from the rules. */
  @SuppressWarnings("ReferenceEquality") // A rulebook gives the same object; to compare is dear.
  public T of(Rules wanted) {
    if (wanted != rules) {
      Rules swapped = rules;
      T before = built;
      boolean known = wanted == otherRules;
      built = known ? other : build.apply(wanted);
      rules = wanted;
      otherRules = swapped;
      other = before;
    }
    return built;
  }
}
