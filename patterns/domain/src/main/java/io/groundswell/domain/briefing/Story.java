package io.groundswell.domain.briefing;

import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Tally;
import io.groundswell.domain.voice.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What posts say of an incident, as it is remembered between updates: at most {@value
 * Stories#MOST_REPORTS} reports, {@value Stories#MOST_ANSWERS} posts to answer, {@value
 * Stories#MOST_TALLIES} subjects and {@value Stories#MOST_STEPS} steps of the curve. Mutable and
 * flat, since it is operator state; the rules live in {@link Stories}.
 */
public final class Story {
  /** What people were last told by the desk; null before that. */
  public @Nullable IncidentUpdate last;

  /** Number of the last briefing. */
  public int sequence;

  /** When people were last told, epoch milliseconds. */
  public long toldAt;

  /** Something has changed since then that can wait for a minute. */
  public boolean pending;

  /** Keys of the subjects whose complaints are the incident's, its own first. */
  public List<String> keys = new ArrayList<>();

  /** A sample of its reports. */
  public List<Report> reports = new ArrayList<>();

  /** Complaints since onset, by subject. */
  public List<Tally> tallies = new ArrayList<>();

  /** How many of the complaints led somewhere when it opened. */
  public int linkedAtOpening;

  /** Start of the first step of the curve, epoch milliseconds. */
  public long curveFrom;

  /** Width of a step, milliseconds. */
  public long curveWidth;

  /** Complaints in each step. */
  public List<Integer> curve = new ArrayList<>();

  /** When it may have begun; see {@link io.groundswell.domain.change.Beginnings}. */
  public List<Long> beginnings = new ArrayList<>();

  /** When it was over before it went on; 0 where it never was. Epoch milliseconds. */
  public long calmFrom;

  /** Posts to answer. */
  public List<Answer> answers = new ArrayList<>();

  /** Reports that have an address. */
  public int reachable;

  /** How many of them the company has answered. */
  public int answered;

  /** Reports that have none. */
  public int unreachable;

  /** The regions that it was reported from. */
  public List<Place> places = new ArrayList<>();

  /** Who says that it works again: the first of them. */
  public List<Long> worksAgain = new ArrayList<>();

  /** Posts that people have been shown; see {@link Quote#key()}. */
  public List<String> shown = new ArrayList<>();

  /** Those of them, and of {@link #answers}, that have been withdrawn since. */
  public List<String> withdrawn = new ArrayList<>();

  /** How many say so. */
  public int saysWorksAgain;

  /** Takes away what people wrote, and how to reach them; all that was counted stays. */
  public void strike() {
    reports = new ArrayList<>();
    answers = new ArrayList<>();
    shown = new ArrayList<>();
    withdrawn = new ArrayList<>();
  }

  /** The incident's update that this tells of. */
  public IncidentUpdate told() {
    if (last == null) {
      throw new IllegalStateException("nothing has been told of this incident");
    }
    return last;
  }

  /** Whether a product's complaints are, or may be, the incident's. */
  public boolean isOf(String product) {
    String own = told().subject().product();
    return Stories.hasReports(told())
        && (own == null || own.equals(product) || keys.contains(product));
  }

  /** Whether the incident is over. */
  public boolean isOver() {
    return told().status() == Status.RESOLVED;
  }

  /** Complaints since onset about a subject, or null where there were none. */
  @Nullable Tally tally(String subject) {
    for (Tally tally : tallies) {
      if (tally.subject().equals(subject)) {
        return tally;
      }
    }
    return null;
  }
}
