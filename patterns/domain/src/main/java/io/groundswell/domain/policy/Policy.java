package io.groundswell.domain.policy;

import io.groundswell.domain.answer.MuteWindow;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.post.Hash64;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What the user decides, in plain words.
 *
 * @param falseIncidentsPerWeek alarm budget over the whole catalogue, 0.01 to 1,000
 * @param bucket width of a counting bucket, 10 s to 1 h, dividing an hour
 * @param lateness a bucket closes this long after its end, 0 s to 1 h
 * @param lateEvidence a post up to this old counts in the open bucket, marked late, 0 s to 48 h
 * @param minAuthors fewer distinct authors open no incident, 1 to 1,000
 * @param resolveAfter resolved when no bucket was elevated for this long, 1 m to 7 d
 * @param reopenWithin a surge this soon after reopens its subject's incident, 0 s to 7 d
 * @param complaintDirected probability from which a post directed at a product is a complaint, 0 to
 *     1
 * @param complaintOpen the same for a post of an open stream, 0 to 1
 * @param listenFirst so long a subject that is new is only listened to, 0 s to 1 h: what it shows
 *     is what is normal
 * @param budgetAfterChanges share of the budget that is saved for the hours after change events,
 *     where they are read, 0 to 0.5
 * @param habituation a subject that has had incidents lately needs more evidence for the next
 * @param patterns ids of the enabled patterns, sorted; of {@link PatternId#ALL}
 * @param overrides exceptions for single subjects
 * @param mutes when pages are held back again and again
 */
public record Policy(
    double falseIncidentsPerWeek,
    Duration bucket,
    Duration lateness,
    Duration lateEvidence,
    int minAuthors,
    Duration resolveAfter,
    Duration reopenWithin,
    double complaintDirected,
    double complaintOpen,
    Duration listenFirst,
    double budgetAfterChanges,
    boolean habituation,
    List<String> patterns,
    List<SubjectOverride> overrides,
    List<MuteWindow> mutes)
    implements Serializable {

  /** Sorts the patterns and copies the lists. */
  public Policy {
    patterns = patterns.stream().distinct().sorted().toList();
    overrides = List.copyOf(overrides);
    mutes = List.copyOf(mutes);
  }

  /** The policy of a user who decides nothing. */
  public static Policy defaults() {
    return builder().build();
  }

  /** A builder that starts at the defaults. */
  public static PolicyBuilder builder() {
    return new PolicyBuilder();
  }

  /**
   * Distinct authors without whom the subject opens no incident: by the most specific override that
   * covers it, the last written of equally specific ones, else {@link #minAuthors()}.
   */
  public int minAuthors(Subject subject) {
    int minimum = minAuthors;
    int specificity = -1;
    for (SubjectOverride override : overrides) {
      Integer own = override.minAuthors();
      if (own != null && override.specificity() >= specificity && override.covers(subject)) {
        minimum = own;
        specificity = override.specificity();
      }
    }
    return minimum;
  }

  /** The same policy for buckets of another width, 10 s to 1 h. */
  public Policy withBucket(Duration width) {
    return new Policy(
        falseIncidentsPerWeek,
        width,
        lateness,
        lateEvidence,
        minAuthors,
        resolveAfter,
        reopenWithin,
        complaintDirected,
        complaintOpen,
        listenFirst,
        budgetAfterChanges,
        habituation,
        patterns,
        overrides,
        mutes);
  }

  /** Content hash: policies that decide alike have the same. */
  public String version() {
    return String.format("%016x", Hash64.of("policy", toString()));
  }

  /** What is out of range; empty for a sound policy. */
  public List<Problem> problems() {
    return new PolicyCheck(this).problems();
  }

  /** Overrides and mutes that never apply, because the catalogue holds nothing of that name. */
  public List<Problem> problems(Catalogue catalogue) {
    return new OverrideCheck(this, catalogue).problems();
  }
}
