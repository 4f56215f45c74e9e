package io.groundswell.jobs.surge.ruling;

import io.groundswell.jobs.surge.Rules;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operator builds from a part of the rules, for the last two such parts: around a change
 * records of before and of after it come in turns, and what is built is costly. A change of another
 * part builds nothing.
 *
 * @param <P> the part
 * @param <T> what is built
 */
public final class ByRules<P, T> {
  private final Function<Rules, P> partOf;
  private final Function<P, T> build;
  private @Nullable P part;
  private @Nullable T built;
  private @Nullable P otherPart;
  private @Nullable T other;

  /** Builds as given. */
  public ByRules(Function<Rules, P> partOf, Function<P, T> build) {
    this.partOf = partOf;
    this.build = build;
  }

  /** From the rules as a whole. */
  public static <T> ByRules<Rules, T> whole(Function<Rules, T> build) {
    return new ByRules<>(rules -> rules, build);
  }

  /** What was built from the rules' part. */
  @SuppressWarnings("ReferenceEquality") // A rulebook gives the same object; to compare is dear.
  public T of(Rules rules) {
    P wanted = partOf.apply(rules);
    if (wanted != part) {
      P swapped = part;
      T before = built;
      boolean known = wanted == otherPart;
      built = known ? other : build.apply(wanted);
      part = wanted;
      otherPart = swapped;
      other = before;
    }
    return built;
  }
}
