package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Judgement;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a team had to do with.
 *
 * @param team its name in the catalogue
 * @param incidents of its products that were opened
 * @param paged incidents of which a destination was first told while they were urgent
 * @param pages how often that was: each destination counts
 * @param acknowledged incidents that somebody took on
 * @param minutesToAcknowledge the median of these
 * @param real incidents in which something was broken, as people say
 * @param falseOnes incidents in which nothing was
 * @param duplicates incidents that told what another one did
 * @param muted incidents whose pages a mute was to hold back
 * @param neverActedOn paged, and neither acknowledged nor judged
 * @param minutesLong the median length of those that are over
 */
public record TeamRow(
    String team,
    int incidents,
    int paged,
    int pages,
    int acknowledged,
    OptionalDouble minutesToAcknowledge,
    int real,
    int falseOnes,
    int duplicates,
    int muted,
    int neverActedOn,
    OptionalDouble minutesLong) {

  static TeamRow of(String team, Period period, Collection<Story> stories) {
    int paged = 0;
    int pages = 0;
    int neverActedOn = 0;
    for (Story story : stories) {
      int own = story.pagesIn(period);
      pages += own;
      paged += own > 0 ? 1 : 0;
      neverActedOn += own > 0 && !story.isActedOn() ? 1 : 0;
    }
    return new TeamRow(
        team,
        (int) stories.stream().filter(story -> period.holds(story.detectedAt())).count(),
        paged,
        pages,
        (int) stories.stream().filter(story -> story.acknowledgedAt() != null).count(),
        median(stories.stream().map(Story::minutesToAcknowledge).toList()),
        count(stories, Judgement.REAL),
        count(stories, Judgement.FALSE),
        count(stories, Judgement.DUPLICATE),
        (int) stories.stream().filter(Story::isMuted).count(),
        neverActedOn,
        median(stories.stream().map(Story::minutesLong).toList()));
  }

  static int count(Collection<Story> stories, Judgement judgement) {
    return (int) stories.stream().filter(story -> story.judgement() == judgement).count();
  }

  /** Of an even number, half-way between the two in the middle. */
  private static OptionalDouble median(List<OptionalDouble> values) {
    double[] sorted = values.stream().flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }

  /** How many were judged. */
  public int judged() {
    return real + falseOnes + duplicates;
  }

  /** Of those judged real or false, the share of real ones; none where there are none. */
  public OptionalDouble precision() {
    return Counted.share(real, (long) real + falseOnes);
  }
}
