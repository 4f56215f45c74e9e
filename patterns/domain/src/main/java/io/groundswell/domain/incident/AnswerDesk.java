package io.groundswell.domain.incident;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mutes;
import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Says of incidents how people stand to them: which mute holds back their pages, who has taken them
 * on, and what they were. Adds an update where that alone is news; whether there is an incident,
 * and how urgent it is, no answer changes.
 */
public final class AnswerDesk {
  /** So long after its end an incident can be judged, in milliseconds. */
  static final long REMEMBERED = 30 * Buckets.DAY;

  /** What becomes of an answer. */
  public enum Taken {
    /** It is kept. */
    KEPT,
    /** It has been said before. */
    REPEATED,
    /** Nobody knows the incident, or not any more. */
    UNKNOWN
  }

  private AnswerDesk() {}

  /**
   * An update of the desk as people are told it.
   *
   * @param known incidents by id; changed in place
   * @param mutes all that there are by the end of its bucket
   */
  public static IncidentUpdate stamp(
      SortedMap<String, Answered> known, Mutes mutes, IncidentUpdate update) {
    Answered incident = known.computeIfAbsent(update.incidentId(), id -> new Answered());
    if (update.status() == Status.REOPENED) {
      incident.acknowledged = null; // Whoever took it on has finished.
    }
    IncidentUpdate told =
        update
            .as(update.sequence() + incident.added, update.status(), update.updatedAt())
            .with(standing(incident, mutes, update, update.updatedAt()));
    boolean over = update.status() == Status.RESOLVED;
    incident.last = over ? null : told;
    incident.overAt = over ? update.updatedAt() : 0;
    return told;
  }

  /** Takes an answer in; those to an incident come in their order. */
  public static Taken take(Map<String, Answered> known, Verdict verdict) {
    Answered incident = known.get(verdict.incidentId());
    if (incident == null) {
      return Taken.UNKNOWN;
    }
    if (verdict.judgement() == Judgement.ACKNOWLEDGED) {
      if (incident.acknowledged != null) {
        return Taken.REPEATED; // The first has it.
      }
      incident.acknowledged = verdict;
      return Taken.KEPT;
    }
    if (verdict.repeats(incident.verdict)) {
      return Taken.REPEATED;
    }
    if (incident.verdict == null || incident.verdict.at() <= verdict.at()) {
      incident.verdict = verdict;
    }
    return Taken.KEPT;
  }

  /**
   * What is news of open incidents at the end of a bucket: that they have been taken on or judged,
   * that a mute holds their pages back, or does not any more.
   *
   * @param known incidents by id; changed in place
   * @param end end of the bucket, epoch milliseconds
   */
  public static List<IncidentUpdate> news(
      SortedMap<String, Answered> known, Mutes mutes, long end) {
    known.values().removeIf(incident -> isForgotten(incident, end));
    List<IncidentUpdate> news = new ArrayList<>();
    for (Answered incident : known.values()) {
      IncidentUpdate last = incident.last;
      if (last == null) {
        continue;
      }
      Standing before = last.standing();
      Standing now = standing(incident, mutes, last, end);
      if (!now.equals(before)) {
        boolean taken = before.acknowledged() == null && now.acknowledged() != null;
        Status status = taken ? Status.ACKNOWLEDGED : Status.UPDATED;
        incident.added++;
        incident.last = last.as(last.sequence() + 1, status, end).with(now);
        news.add(incident.last);
      }
    }
    return news;
  }

  /**
   * When there may be news although nothing comes.
   *
   * @return epoch milliseconds; {@link Long#MAX_VALUE} where there may be none
   */
  public static long nextCheck(Map<String, Answered> known, Mutes mutes, long time) {
    boolean any = known.values().stream().anyMatch(incident -> isPaged(incident.last));
    return any ? mutes.nextChange(time) : Long.MAX_VALUE;
  }

  private static boolean isForgotten(Answered incident, long end) {
    return incident.last == null && end - incident.overAt > REMEMBERED;
  }

  private static boolean isPaged(@Nullable IncidentUpdate update) {
    return update != null
        && (update.kind() == IncidentKind.SURGE || update.kind() == IncidentKind.BLIND);
  }

  private static Standing standing(
      Answered incident, Mutes mutes, IncidentUpdate update, long time) {
    return new Standing(
        isPaged(update)
            ? mutes.holding(update.subject(), (double) update.observed(), update.expected(), time)
            : null,
        incident.acknowledged,
        incident.verdict);
  }
}
