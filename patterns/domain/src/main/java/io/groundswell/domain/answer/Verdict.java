package io.groundswell.domain.answer;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person has answered to an incident.
 *
 * @param incidentId the incident
 * @param judgement what is said of it
 * @param by who says so
 * @param at when, epoch milliseconds
 * @param duplicateOf the incident that tells of the same, or null
 * @param note what else was said, or null
 */
public record Verdict(
    String incidentId,
    Judgement judgement,
    String by,
    long at,
    @Nullable String duplicateOf,
    @Nullable String note) {

  /** The one order in which answers to an incident are taken. */
  public static final Comparator<Verdict> IN_ORDER =
      Comparator.comparingLong(Verdict::at)
          .thenComparing(Verdict::incidentId)
          .thenComparing(Verdict::judgement)
          .thenComparing(Verdict::by)
          .thenComparing(verdict -> Objects.requireNonNullElse(verdict.duplicateOf, ""))
          .thenComparing(verdict -> Objects.requireNonNullElse(verdict.note, ""));

  /** Key of the subject that the incident is about. */
  public String subject() {
    return incidentId.substring(0, Math.max(0, incidentId.lastIndexOf(':')));
  }

  /** Whether another one says the same, whenever it was said. */
  public boolean repeats(@Nullable Verdict other) {
    return other != null
        && judgement == other.judgement
        && by.equals(other.by)
        && Objects.equals(duplicateOf, other.duplicateOf);
  }
}
