package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.jobs.notification.delivery.Entry;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One incident from its begin to what people made of it. Times are epoch milliseconds.
 *
 * @param incidentId its id
 * @param kind what kind of thing it is
 * @param subject key of what it is about
 * @param title what was said when it first was as urgent as it became
 * @param owner whose it is, or null
 * @param onsetAt when it began
 * @param detectedAt when the evidence sufficed
 * @param endedAt when it was over, or null
 * @param mutes what held back its pages, the last of each id
 * @param pages what destinations were told of it, where it was urgent
 * @param acknowledgedAt when somebody took it on, or null
 * @param judgement what people say that it was, or null
 */
record Story(
    String incidentId,
    IncidentKind kind,
    String subject,
    String title,
    @Nullable String owner,
    long onsetAt,
    long detectedAt,
    @Nullable Long endedAt,
    List<Mute> mutes,
    List<Entry> pages,
    @Nullable Long acknowledgedAt,
    @Nullable Judgement judgement) {
  /** Where the catalogue names no owner. */
  static final String NOBODY = "nobody";

  private static final double MINUTE = 60_000;

  /** Whether people are told of such things at all. */
  boolean isFault() {
    return kind == IncidentKind.SURGE || kind == IncidentKind.BLIND;
  }

  String team() {
    return owner == null ? NOBODY : owner;
  }

  /** How many destinations were first told of it in a period. */
  int pagesIn(Period period) {
    return (int) pages.stream().filter(page -> period.holds(page.firstAt())).count();
  }

  boolean isMuted() {
    return !mutes.isEmpty();
  }

  boolean isActedOn() {
    return acknowledgedAt != null || judgement != null;
  }

  /** Minutes from the first page, or else from detection, to somebody who took it on. */
  OptionalDouble minutesToAcknowledge() {
    if (acknowledgedAt == null) {
      return OptionalDouble.empty();
    }
    long at = acknowledgedAt;
    long paged = pages.stream().mapToLong(Entry::firstAt).min().orElse(detectedAt);
    long since = paged <= at ? paged : Math.min(detectedAt, at);
    return OptionalDouble.of((at - since) / MINUTE);
  }

  /** Minutes from onset to end; none while it is open. */
  OptionalDouble minutesLong() {
    return endedAt == null
        ? OptionalDouble.empty()
        : OptionalDouble.of((endedAt - onsetAt) / MINUTE);
  }
}
