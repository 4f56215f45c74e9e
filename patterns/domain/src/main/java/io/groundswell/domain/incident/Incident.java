package io.groundswell.domain.incident;

import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.People;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is remembered between updates. Mutable and flat, since it is operator state;
 * the rules live in {@link IncidentDesk}.
 */
public final class Incident {
  private static final int MOST_PAST = 256;

  /** From subject and onset; never changes. */
  public String id = "";

  /** What groups subjects into one incident: a product, or a region over all products. */
  public String cause = "";

  /** Key of the subject; never changes. */
  public String subject = "";

  /** When it began; never changes. Epoch milliseconds. */
  public long onset;

  /** End of the bucket at which the evidence sufficed; never changes. Epoch milliseconds. */
  public long detectedAt;

  /** Number of the last update. */
  public int sequence;

  /** Status of the last update. */
  public Status status = Status.OPENED;

  /** The pattern that the last change of status came from. */
  public String pattern = "";

  /** The subject's authors, their baseline and the posts since onset. */
  public double observed;

  /** See {@link #observed}. */
  public double expected;

  /** See {@link #observed}. */
  public double posts;

  /** What {@link #observed} and the others were when the subject's latest surge began. */
  public double observedBefore;

  /** See {@link #observedBefore}. */
  public double expectedBefore;

  /** See {@link #observedBefore}. */
  public double postsBefore;

  /** The subject's latest evidence, its threshold, and how many subjects share the budget. */
  public double evidence;

  /** How much of {@link #evidence} comes from people's saying the same. */
  public double texts;

  /** See {@link #evidence}. */
  public double threshold;

  /** See {@link #evidence}. */
  public int watched;

  /** {@link #evidence}, {@link #threshold} and {@link #observed} as it opened; 0 if not known. */
  public double openEvidence;

  /** See {@link #openEvidence}. */
  public double openThreshold;

  /** See {@link #openEvidence}. */
  public double openObserved;

  /** How much higher {@link #openThreshold} would have been had nothing been changed before. */
  public double openDiscount;

  /** How urgent it is. */
  public Severity severity = Severity.SEV4;

  /** Since when it would be less urgent; 0 where it would not. Epoch milliseconds. */
  public long lowerSince;

  /** How large it was in the last hour, in order. */
  public List<Step> steps = new ArrayList<>();

  /** What {@link #observed} was when people were last told. */
  public double told;

  /** The multiple of the baseline that carried the evidence at the opening. */
  public double multiple;

  /** The subject's own surge is over; the incident is once its other members are calm too. */
  public boolean recovered;

  /** Opened by subjects that rose together; its own subject has not surged itself yet. */
  public boolean across;

  /** Ids of products that fail with its own: they depend on it, or the same posts name both. */
  public List<String> dependants = new ArrayList<>();

  /** Ids of the patterns that people have written and that have matched in it, in that order. */
  public List<String> ownPatterns = new ArrayList<>();

  /** When it was resolved; 0 while it is open. Epoch milliseconds. */
  public long resolvedAt;

  /** Start of the first bucket since onset with a support contact; 0 where none came. */
  public long firstContactAt;

  /** Onset of the support queue's surge; 0 where none has come. Epoch milliseconds. */
  public long supportOnsetAt;

  /** How it stands to the support queue. */
  public LeadStatus lead = LeadStatus.UNKNOWN;

  /** Every subject that is or was elevated in it, the incident's own among them. */
  public List<Extent> members = new ArrayList<>();

  /** Nobody is told of it, since chatter explains it; see {@link Leak}. */
  public boolean withheld;

  /** How many complaints chatter has explained of it, at most. */
  public double leaked;

  /** Of chatter: how many complaints have been withheld meanwhile, at most at one time. */
  public double withholds;

  /** Of chatter: ends of past buckets, in order, epoch milliseconds. */
  public List<Long> pastEnds = new ArrayList<>();

  /** Of chatter: how many people more than usual there had been by then. */
  public List<Double> pastExcesses = new ArrayList<>();

  /** Whether it is not over. */
  public boolean open() {
    return resolvedAt == 0;
  }

  /** What kind of thing it is: its subject's channel says so. */
  public IncidentKind kind() {
    return switch (Channel.of(subject)) {
      case ECHO -> IncidentKind.CAMPAIGN;
      case CHATTER -> IncidentKind.CHATTER;
      case BLIND -> IncidentKind.BLIND;
      case COMPLAINTS, SUPPORT -> IncidentKind.SURGE;
    };
  }

  /** Remembers how large it is; where that is too much to keep, every other figure goes. */
  void note(long end) {
    if (!pastEnds.isEmpty() && pastEnds.get(pastEnds.size() - 1) >= end) {
      return;
    }
    pastEnds.add(end);
    pastExcesses.add(observed - expected);
    if (pastEnds.size() > MOST_PAST) {
      for (int i = MOST_PAST - 1; i >= 0; i -= 2) {
        pastEnds.remove(i);
        pastExcesses.remove(i);
      }
    }
  }

  boolean has(String key) {
    return member(key) != null;
  }

  @Nullable Extent member(String key) {
    for (Extent member : members) {
      if (member.subject().equals(key)) {
        return member;
      }
    }
    return null;
  }

  /** Who has complained about any of its members. */
  People people() {
    People all = People.NOBODY;
    for (Extent member : members) {
      all = all.plus(member.people(), Extent.PEOPLE);
    }
    return all;
  }
}
