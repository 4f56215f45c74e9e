package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Figures.amount;
import static io.groundswell.domain.incident.Figures.duration;

import java.util.Locale;

/** One sentence a person can act on. */
public final class Titles {
  private static final int MINUTE = 60_000;

  private Titles() {}

  /** The title of an incident that ends since its subject is watched no longer. */
  public static String removed(String name) {
    return name + ": closed, it is no longer in the catalogue";
  }

  /**
   * The title of a surge.
   *
   * @param name what surges
   * @param what people report, in a few words; empty where nobody knows
   * @param where most of it is and what else is worth a word, to follow a comma; may be empty
   * @param observed authors with a complaint since onset
   * @param expected their baseline
   * @param lasted since onset, milliseconds
   */
  public static String surge(
      Status status,
      String name,
      String what,
      String where,
      double observed,
      double expected,
      long lasted) {
    if (status == Status.RESOLVED) {
      return "%s: complaints are back to normal, after %s%s"
          .formatted(name, minutes(lasted), where.isEmpty() ? "" : ", " + where);
    }
    String reported = what.isEmpty() ? "" : "people report " + what;
    String surge =
        switch (status) {
          case REOPENED -> what.isEmpty() ? "complaints surge again" : reported + " again";
          case ESCALATED ->
              what.isEmpty() ? "the surge has grown" : "the surge has grown, " + reported;
          case DEESCALATED ->
              what.isEmpty() ? "less urgent by now" : "less urgent by now, " + reported;
          default -> what.isEmpty() ? "complaints surge" : reported;
        };
    String sizes =
        String.format(
            Locale.ROOT,
            "%d people in %s where %s %s normal",
            Math.round(observed),
            minutes(lasted),
            amount(expected),
            amount(expected).equals("1") ? "is" : "are");
    return "%s: %s, %s%s".formatted(name, surge, sizes, where.isEmpty() ? "" : ", " + where);
  }

  private static String minutes(long lasted) {
    return duration(Math.max(1, Math.round(lasted / (double) MINUTE)));
  }
}
