package io.groundswell.domain.answer;

/**
 * Whether an incident was a false alarm, as somebody has judged.
 *
 * @param incidentId the incident
 * @param subject key of what it was about
 * @param isFalse whether it was one
 * @param at when that was said, epoch milliseconds
 * @param from end of the bucket in which that counts: for buckets from there on it is known
 */
public record Opinion(String incidentId, String subject, boolean isFalse, long at, long from) {
  /** What a verdict says of it. */
  public static Opinion of(Verdict verdict, long from) {
    return new Opinion(
        verdict.incidentId(),
        verdict.subject(),
        verdict.judgement() == Judgement.FALSE,
        verdict.at(),
        from);
  }
}
