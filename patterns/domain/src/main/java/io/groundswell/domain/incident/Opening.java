package io.groundswell.domain.incident;

/**
 * What an incident opened with.
 *
 * @param evidence that sufficed
 * @param threshold that was asked for
 * @param multiple the multiple of the baseline that carried the evidence; 0 where several subjects
 *     opened it together
 * @param observed authors from onset to then
 * @param discount how much higher {@code threshold} would have been had nothing been changed
 *     shortly before
 */
public record Opening(
    double evidence, double threshold, double multiple, double observed, double discount) {
  /** Nothing is known of it. */
  public static final Opening UNKNOWN = new Opening(0, 0, 0, 0, 0);

  static Opening of(Incident incident) {
    return new Opening(
        incident.openEvidence,
        incident.openThreshold,
        incident.across ? 0 : incident.multiple,
        incident.openObserved,
        incident.openDiscount);
  }
}
