package io.groundswell.jobs.surge.evaluate.truth;

/**
 * An incident was opened or reopened, and by what.
 *
 * @param incident which
 * @param update with which update
 */
public record Opening(ToldIncident incident, ToldUpdate update) {

  /** The kind of evidence without which it would not have been. */
  public Evidence evidence() {
    return update.grounds().kind(incident.subject());
  }

  /** The share of its evidence that texts have added, 0 to 1. */
  public double ofTexts() {
    return update.grounds().ofTexts();
  }
}
