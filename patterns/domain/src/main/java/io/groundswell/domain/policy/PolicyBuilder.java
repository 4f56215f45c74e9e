package io.groundswell.domain.policy;

import io.groundswell.domain.answer.MuteWindow;
import java.time.Duration;
import java.util.List;

/** Collects what a user decides; what is not set keeps its default. */
public final class PolicyBuilder {
  private double falseIncidentsPerWeek = 1.0;
  private Duration bucket = Duration.ofMinutes(1);
  private Duration lateness = Duration.ofSeconds(15);
  private Duration lateEvidence = Duration.ofMinutes(5);
  private int minAuthors = 4;
  private Duration resolveAfter = Duration.ofMinutes(30);
  private Duration reopenWithin = Duration.ofHours(2);
  private double complaintDirected = 0.5;
  private double complaintOpen = 0.9;
  private Duration listenFirst = Duration.ofMinutes(10);
  private double budgetAfterChanges = 0.1;
  private boolean habituation;
  private List<String> patterns = PatternId.ALL;
  private List<SubjectOverride> overrides = List.of();
  private List<MuteWindow> mutes = List.of();

  PolicyBuilder() {}

  /** Alarm budget over the whole catalogue; 1.0 by default. */
  public PolicyBuilder falseIncidentsPerWeek(double value) {
    falseIncidentsPerWeek = value;
    return this;
  }

  /** Width of a counting bucket; 1 m by default. */
  public PolicyBuilder bucket(Duration value) {
    bucket = value;
    return this;
  }

  /** How long after its end a bucket closes; 15 s by default. */
  public PolicyBuilder lateness(Duration value) {
    lateness = value;
    return this;
  }

  /** How old a post may be to count as evidence in the open bucket; 5 m by default. */
  public PolicyBuilder lateEvidence(Duration value) {
    lateEvidence = value;
    return this;
  }

  /** Fewer distinct authors open no incident; 4 by default. */
  public PolicyBuilder minAuthors(int value) {
    minAuthors = value;
    return this;
  }

  /** How long no bucket was elevated before an incident resolves; 30 m by default. */
  public PolicyBuilder resolveAfter(Duration value) {
    resolveAfter = value;
    return this;
  }

  /** How soon after its end a surge reopens its incident; 2 h by default. */
  public PolicyBuilder reopenWithin(Duration value) {
    reopenWithin = value;
    return this;
  }

  /** Probability from which a directed post is a complaint; 0.5 by default. */
  public PolicyBuilder complaintDirected(double value) {
    complaintDirected = value;
    return this;
  }

  /** Probability from which a post of an open stream is a complaint; 0.9 by default. */
  public PolicyBuilder complaintOpen(double value) {
    complaintOpen = value;
    return this;
  }

  /** How long a new subject is only listened to; 10 m by default. */
  public PolicyBuilder listenFirst(Duration value) {
    listenFirst = value;
    return this;
  }

  /** Share of the budget that is saved for the hours after changes; 0.1 by default. */
  public PolicyBuilder budgetAfterChanges(double value) {
    budgetAfterChanges = value;
    return this;
  }

  /** Whether subjects that burst often need more evidence; not by default. */
  public PolicyBuilder habituation(boolean value) {
    habituation = value;
    return this;
  }

  /** Ids of the enabled patterns; all of them by default. */
  public PolicyBuilder patterns(List<String> values) {
    patterns = values;
    return this;
  }

  /** Exceptions for single subjects; none by default. */
  public PolicyBuilder overrides(List<SubjectOverride> values) {
    overrides = values;
    return this;
  }

  /** When pages are held back again and again; never by default. */
  public PolicyBuilder mutes(List<MuteWindow> values) {
    mutes = values;
    return this;
  }

  /** The policy, in range or not: {@link Policy#problems()} tells. */
  public Policy build() {
    return new Policy(
        falseIncidentsPerWeek,
        bucket,
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
}
