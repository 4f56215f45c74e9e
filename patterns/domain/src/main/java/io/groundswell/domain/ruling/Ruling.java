package io.groundswell.domain.ruling;

import java.util.Comparator;

/**
 * A change of the rules that somebody has made.
 *
 * @param kind what it changes
 * @param number counts the changes of a kind, from 1; a later one replaces it
 * @param from epoch milliseconds of the clock that moves the job: what is read later is judged by
 *     it, and what ends later; {@link Long#MIN_VALUE} where it was made before the job began
 * @param content the whole of what is in force, as its file holds it
 * @param by who made it
 * @param because why
 */
public record Ruling(
    RuleKind kind, int number, long from, String content, String by, String because) {
  /** The order in which they were made. */
  public static final Comparator<Ruling> IN_ORDER =
      Comparator.comparing(Ruling::kind).thenComparingInt(Ruling::number);

  /** What tells it from all others: {@code catalogue 12}. */
  public String key() {
    return kind.label() + " " + number;
  }
}
