package io.groundswell.domain.feed;

import static io.groundswell.domain.feed.Listening.MINUTE;
import static io.groundswell.domain.feed.Listening.NOTHING;
import static io.groundswell.domain.feed.Listening.at;
import static io.groundswell.domain.feed.Listening.dayAndNight;
import static io.groundswell.domain.feed.Listening.steady;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.BlindSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feed goes blind, and comes back. */
class FeedDeskTest {
  private static final int DAY = 1440;

  @Test
  void theOnlyFeedGoesSilentAndComesBack() {
    Listening story = new Listening(1).to("forum", steady(5), 8 * DAY).to("forum", NOTHING, 60);

    IncidentUpdate opened = only(story.news()).update();
    assertThat(opened.incidentId()).isEqualTo("blind:forum:20260113T000000Z");
    assertThat(opened.status()).isEqualTo(Status.OPENED);
    assertThat(opened.kind()).isEqualTo(IncidentKind.BLIND);
    assertThat(opened.pattern()).isEqualTo(PatternId.SILENCE);
    assertThat(opened.source()).isEqualTo("forum");
    assertThat(opened.severity()).isEqualTo(Severity.SEV2);
    assertThat(opened.subject().key()).isEmpty();
    assertThat(opened.onsetAt()).isEqualTo(at(8 * DAY));
    assertThat(opened.detectedAt()).isEqualTo(at(8 * DAY + 10));
    assertThat(opened.title())
        .matches(
            "forum has gone silent: no post for 10 min where \\d+ are normal; nothing is known of"
                + " what it feeds");

    story.to("forum", steady(5), 10);

    assertThat(story.news()).hasSize(2);
    FeedNews back = story.news().get(1);
    assertThat(back.update().incidentId()).isEqualTo(opened.incidentId());
    assertThat(back.update().sequence()).isEqualTo(2);
    assertThat(back.update().status()).isEqualTo(Status.RESOLVED);
    assertThat(back.update().title()).isEqualTo("forum brings posts again, after 60 min");
    assertThat(back.span())
        .isEqualTo(story.news().get(0).span().endingAt(at(8 * DAY + 60)))
        .isEqualTo(
            new BlindSpan("forum", false, at(8 * DAY), at(8 * DAY + 10), at(8 * DAY + 60), 1));
  }

  /** The fewer posts are normal, the longer it takes to be sure that none is abnormal. */
  @ParameterizedTest
  @CsvSource({".05, 240, 660", ".2, 60, 180", "1, 10, 30", "50, 10, 10"})
  void theRarerItsPostsTheLaterAFeedIsBlind(double perMinute, int earliest, int latest) {
    Listening story =
        new Listening(2).to("forum", steady(perMinute), 20 * DAY).to("forum", NOTHING, DAY);

    BlindSpan span = only(story.news()).span();
    assertThat((span.from() - span.silentSince()) / MINUTE)
        .isBetween((long) earliest, (long) latest);
  }

  @Test
  void threePostsADayAreNotSilentBeforeLong() {
    double rate = 3.0 / DAY;
    Listening story =
        new Listening(3).to("forum", steady(rate), 60 * DAY).to("forum", NOTHING, 4 * DAY);
    assertThat(story.news()).isEmpty();

    story.to("forum", NOTHING, 10 * DAY);

    assertThat(story.news()).hasSize(1);
  }

  @Test
  void aSilentNightIsAHabitAndASilentNoonIsNot() {
    assertThat(minutesUntilBlindFrom(13)).isLessThanOrEqualTo(20);
    assertThat(minutesUntilBlindFrom(1)).isGreaterThan(90);
  }

  /** A feed that sleeps at night falls silent at this hour. */
  private static long minutesUntilBlindFrom(int hour) {
    Listening story = new Listening(4).to("forum", dayAndNight(2, .05), 14 * DAY + hour * 60);
    assertThat(story.news()).isEmpty();

    BlindSpan span = only(story.to("forum", NOTHING, DAY / 2).news()).span();
    return (span.from() - at(14 * DAY + hour * 60)) / MINUTE;
  }

  @Test
  void whatIsNewIsOnlyListenedTo() {
    Listening story = new Listening(5).to("forum", steady(5), DAY - 60).to("forum", NOTHING, 50);
    assertThat(story.news()).isEmpty();

    story.to("forum", NOTHING, 11);

    assertThat(story.news()).hasSize(1);
  }

  @Test
  void aSmallFeedBesideALargeOneIsLessUrgent() {
    Listening story =
        new Listening(6)
            .to(Map.of("forum", steady(2), "x", steady(20)), 8 * DAY)
            .to("x", steady(20), 60);

    FeedNews blind = only(story.news());
    assertThat(blind.update().source()).isEqualTo("forum");
    assertThat(blind.update().severity()).isEqualTo(Severity.SEV3);
    assertThat(blind.span().share()).isBetween(.08, .1);
  }

  @Test
  void partitionsShareTheirOwnPosts() {
    String dead = FeedKey.ofPartition("posts-2");
    Listening story =
        new Listening(7)
            .to(
                Map.of("x", steady(6), FeedKey.ofPartition("posts-1"), steady(3), dead, steady(3)),
                8 * DAY)
            .to(Map.of("x", steady(3), FeedKey.ofPartition("posts-1"), steady(3)), 30);

    FeedNews blind = only(story.news());
    assertThat(blind.update().incidentId()).startsWith("blind:partition:posts-2:");
    assertThat(blind.update().title()).startsWith("Partition posts-2 has gone silent");
    assertThat(blind.span().partition()).isTrue();
    assertThat(blind.span().share()).isBetween(.45, .55);
  }

  @Test
  void afterNinetyDaysNobodyWaits() {
    Listening story =
        new Listening(8).to("forum", steady(5), 8 * DAY).to("forum", NOTHING, 90 * DAY - 1);
    assertThat(story.news()).hasSize(1);

    story.to("forum", NOTHING, 1);

    assertThat(story.news()).hasSize(2);
    assertThat(story.news().get(1).update().status()).isEqualTo(Status.RESOLVED);
    assertThat(story.news().get(1).update().title())
        .isEqualTo("forum is no longer waited for, after 90 days");
    assertThat(story.feeds()).isEmpty();
  }

  @Test
  void whileAllAreBlindNothingIsToBeDone() {
    Listening story = new Listening(9).to("forum", steady(5), 8 * DAY);
    assertThat(story.desk().nextCheck(story.feeds(), at(story.now())))
        .isEqualTo(at(story.now() + 1));

    story.to("forum", NOTHING, 60);

    assertThat(story.desk().nextCheck(story.feeds(), at(story.now())))
        .isEqualTo(at((8 + 90) * DAY));
  }

  @Test
  void theReturnAfterTwoMonthsIsWatchedAnew() {
    Listening story =
        new Listening(10)
            .to("forum", steady(5), 8 * DAY)
            .to("forum", NOTHING, 60 * DAY)
            .to("forum", steady(1), 3 * DAY);
    assertThat(story.news()).hasSize(2);

    story.to("forum", NOTHING, 90);

    assertThat(story.news()).hasSize(3);
  }

  @Test
  void aPolicyCanSwitchItOff() {
    Listening story =
        new Listening(11, Listening.deaf())
            .to("forum", steady(5), 8 * DAY)
            .to("forum", NOTHING, DAY);

    assertThat(story.news()).isEmpty();
  }

  @Test
  void whereEveryPostHasASourceOfItsOwnFewAreWatched() {
    Listening story = new Listening(12);
    for (int i = 0; i < 300; i++) {
      story.to("source" + i, steady(40), 1);
    }

    assertThat(story.feeds()).hasSize(100);
  }

  private static FeedNews only(List<FeedNews> news) {
    assertThat(news).hasSize(1);
    return news.get(0);
  }
}
