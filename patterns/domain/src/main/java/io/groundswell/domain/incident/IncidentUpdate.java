package io.groundswell.domain.incident;

import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.catalogue.Subject;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that people are told about an incident. ({@code incidentId}, {@code sequence})
 * identifies it. Times are epoch milliseconds.
 *
 * @param incidentId from subject and onset
 * @param sequence 1, 2, 3 … within the incident
 * @param status what this update says
 * @param severity urgency
 * @param kind what kind of thing it is
 * @param pattern id of the pattern that matched
 * @param subject what surges; nothing in particular where a feed is blind
 * @param source the source, or the partition, that is blind, or null
 * @param title one sentence a person can act on
 * @param onsetAt when it began
 * @param detectedAt end of the bucket at which the evidence sufficed
 * @param updatedAt end of the bucket of this update
 * @param observed authors with a complaint since onset, each once per clock hour
 * @param expected their baseline
 * @param posts complaints since onset
 * @param evidence of the subject's latest bucket; see {@link
 *     io.groundswell.domain.surge.ScoredBucket}
 * @param texts how much of {@code evidence} comes from people's saying the same
 * @param threshold the evidence that was asked for; 0 where it is not known
 * @param opening what it opened with
 * @param blastRadius how far it reaches
 * @param lead how far ahead of the support queue it is
 * @param owner who is told, from the catalogue, or null
 * @param runbook what to do, from the catalogue, or null
 * @param explanation why it fired, in words and figures
 * @param standing how people stand to it
 */
public record IncidentUpdate(
    String incidentId,
    int sequence,
    Status status,
    Severity severity,
    IncidentKind kind,
    String pattern,
    Subject subject,
    @Nullable String source,
    String title,
    long onsetAt,
    long detectedAt,
    long updatedAt,
    long observed,
    double expected,
    long posts,
    double evidence,
    double texts,
    double threshold,
    Opening opening,
    BlastRadius blastRadius,
    Lead lead,
    @Nullable String owner,
    @Nullable String runbook,
    String explanation,
    Standing standing) {
  /** The order in which people are told. */
  public static final Comparator<IncidentUpdate> IN_ORDER =
      Comparator.comparingLong(IncidentUpdate::updatedAt)
          .thenComparing(IncidentUpdate::incidentId)
          .thenComparingInt(IncidentUpdate::sequence);

  /** The same, and how people stand to it. */
  IncidentUpdate with(Standing stands) {
    return copy(sequence, status, updatedAt, stands);
  }

  /** The same as another thing that people are told. */
  public IncidentUpdate as(int number, Status said, long at) {
    return copy(number, said, at, standing);
  }

  private IncidentUpdate copy(int number, Status said, long at, Standing stands) {
    return new IncidentUpdate(
        incidentId,
        number,
        said,
        severity,
        kind,
        pattern,
        subject,
        source,
        title,
        onsetAt,
        detectedAt,
        at,
        observed,
        expected,
        posts,
        evidence,
        texts,
        threshold,
        opening,
        blastRadius,
        lead,
        owner,
        runbook,
        explanation,
        stands);
  }
}
