package io.groundswell.jobs.notification.report;

import java.util.List;

/**
 * What {@code summary.json} says of a whole run.
 *
 * @param counted its posts
 * @param unmatched the commonest names in complaints about nobody known
 */
public record Totals(Counted counted, List<Name> unmatched) {

  /** Copies the list. */
  public Totals {
    unmatched = List.copyOf(unmatched);
  }

  /**
   * A name that the catalogue lacks.
   *
   * @param name a handle, a hashtag or a phrase
   * @param posts how many complaints have it
   */
  public record Name(String name, long posts) {}
}
