package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Judgement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Whether what is read and what is made of it has changed.
 *
 * @param now the period
 * @param before those before it of which anything is known, the latest first
 */
public record Drift(Span now, List<Span> before) {
  /** So many weeks hide a single odd one, and are still the same season. */
  static final int SPANS = 4;

  /** With fewer complaints, a share says little. */
  private static final long FEWEST = 100;

  /** A change of less than this, either way, is what weeks are like. */
  private static final double NOTABLE = 1.5;

  /** Copies the list. */
  public Drift {
    before = List.copyOf(before);
  }

  static Drift of(Period period, List<Story> stories, SortedMap<LocalDate, Counted> days) {
    List<Span> before = new ArrayList<>();
    for (int i = 1; i <= SPANS; i++) {
      Span span = span(period.before(i), stories, days);
      if (span.days() > 0 || span.real() + span.falseOnes() > 0) {
        before.add(span);
      }
    }
    return new Drift(span(period, stories, days), before);
  }

  private static Span span(Period period, List<Story> stories, SortedMap<LocalDate, Counted> days) {
    List<Story> own =
        stories.stream()
            .filter(story -> story.isFault() && period.holds(story.detectedAt()))
            .toList();
    Map<LocalDate, Counted> read = days.subMap(period.from(), period.until());
    return new Span(
        period,
        read.size(),
        read.values().stream().reduce(Counted.NONE, Counted::plus),
        TeamRow.count(own, Judgement.REAL),
        TeamRow.count(own, Judgement.FALSE));
  }

  /** The periods before it together; nothing where none is known. */
  public Span earlier() {
    return before.stream()
        .reduce(Span::plus)
        .orElse(new Span(now.period().before(1), 0, Counted.NONE, 0, 0));
  }

  /** How many times as large the share of complaints is as before; none where too few are known. */
  public OptionalDouble change() {
    Counted earlier = earlier().counted();
    if (now.counted().complaints() < FEWEST || earlier.complaints() < FEWEST) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        now.counted().complaintShare().orElse(0) / earlier.complaintShare().orElse(1));
  }

  /** Whether triage may have changed, or what it is given. */
  public boolean isNotable() {
    OptionalDouble change = change();
    return change.isPresent()
        && (change.getAsDouble() >= NOTABLE || change.getAsDouble() <= 1 / NOTABLE);
  }
}
