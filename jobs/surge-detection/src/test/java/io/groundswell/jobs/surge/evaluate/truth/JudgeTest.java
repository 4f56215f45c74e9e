package io.groundswell.jobs.surge.evaluate.truth;

import static io.groundswell.jobs.surge.evaluate.truth.Story.at;
import static io.groundswell.jobs.surge.evaluate.truth.Story.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts for what happened, and what is left unexplained. */
class JudgeTest {

  @Test
  void anIncidentCountsBySubjectAndDetectionInThePeriod() {
    Story story =
        new Story()
            .row("OUT", "acme/login;acme@US*", 100, 200, Expect.MUST)
            .told("acme/login", 110, 400)
            .told("acme@US-CA", 200, 300)
            .told("acme", 120, 300)
            .told("acme/login", 99, 130)
            .told("acme/login", 201, 230);

    RowVerdict row = story.row("OUT");

    assertThat(row.verdict()).isEqualTo(Verdict.CAUGHT);
    assertThat(row.caught())
        .extracting(caught -> caught.incident().id())
        .containsExactly("acme/login#0", "acme@US-CA#1");
    assertThat(row.afterOnset()).hasValue(10);
  }

  @Test
  void aMemberOfItsBlastRadiusCountsFromTheUpdateInThePeriodOn() {
    Story story =
        new Story()
            .row("OUT", "acme@IT", 100, 200, Expect.MUST)
            .told(
                "acme",
                update("opened", 90, "acme", "acme@IT"),
                update("updated", 95, "acme", "acme@IT"),
                update("updated", 130, "acme", "acme@IT"),
                update("resolved", 180));

    assertThat(story.row("OUT").caught())
        .singleElement()
        .satisfies(caught -> assertThat(caught.at()).isEqualTo(at(130)));
    assertThat(story.evaluate().alarms()).isEmpty();
  }

  @Test
  void recallCountsWhatMustBeToldOnly() {
    Evaluation evaluation =
        new Story()
            .row("A", "acme", 100, 200, Expect.MUST)
            .row("B", "acme", 300, 400, Expect.MUST)
            .row("C", "acme", 500, 600, Expect.MAY)
            .told("acme", 150, 160)
            .told("acme", 550, 560)
            .evaluate();

    assertThat(evaluation.recall()).hasValue(.5);
    assertThat(evaluation.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly(Verdict.CAUGHT, Verdict.MISSED, Verdict.TOLD);
    assertThat(evaluation.alarms()).isEmpty();
  }

  @Test
  void whatNothingExplainsIsAnAlarmAndSoIsEachReopening() {
    Evaluation evaluation =
        new Story()
            .row("A", "acme", 100, 200, Expect.MAY)
            .told(
                "acme",
                update("opened", 150),
                update("resolved", 160),
                update("reopened", 190),
                update("resolved", 195),
                update("reopened", 250),
                update("resolved", 300))
            .told(
                "beta",
                update("opened", 150),
                update("resolved", 160),
                update("reopened", 170),
                update("resolved", 180))
            .evaluate();

    assertThat(evaluation.alarms())
        .extracting(alarm -> alarm.incident().subject() + " " + alarm.update().status())
        .containsExactly("acme reopened", "beta opened", "beta reopened");
    assertThat(evaluation.alarmsPerWeek()).hasValueCloseTo(3.0, within(1e-9));
    assertThat(evaluation.interval().high()).isCloseTo(8.767, within(1e-3));
  }

  @Test
  void anIncidentWhereNothingMustBeToldIsFalse() {
    Evaluation evaluation =
        new Story()
            .row("JOKE", "acme*", 100, 200, Expect.NEVER)
            .row("CALM", "beta", 100, 200, Expect.NEVER)
            .told("acme@IT", 120, 130)
            .evaluate();

    assertThat(evaluation.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly(Verdict.FALSE, Verdict.QUIET);
    assertThat(evaluation.falseIncidents()).isOne();
    assertThat(evaluation.alarms()).hasSize(1);
    assertThat(evaluation.recall()).isEmpty();
  }

  @Test
  void otherKindsAreNeverJudged() {
    Evaluation evaluation =
        new Story()
            .row("A", "acme", 100, 200, Expect.MUST)
            .told("chatter", "acme", update("opened", 150))
            .evaluate();

    assertThat(evaluation.others()).hasSize(1);
    assertThat(evaluation.incidents()).isEmpty();
    assertThat(evaluation.alarms()).isEmpty();
    assertThat(evaluation.inAlert()).isZero();
    assertThat(evaluation.count(Verdict.MISSED)).isOne();
  }

  @Test
  void delayAfterTheNthPostIsCountedFromTheEndOfItsBucket() {
    RowVerdict row =
        new Story()
            .row("A", "acme;acme/login", 100, 200, Expect.MUST)
            .posts("acme", 50, 100, 101, 102, 103)
            .posts("acme/login", 99, 104, 109, 109, 115)
            .told("acme/login", 110, 130)
            .row("A");

    assertThat(row.subject()).isEqualTo("acme/login");
    assertThat(row.posts()).isEqualTo(4);
    assertThat(row.afterPost()).containsExactly(5.0, 0.0, 0.0, -6.0);
  }

  @Test
  void withoutAMatchingIncidentTheFirstSubjectWithPostsIsFollowed() {
    Story story =
        new Story()
            .row("A", "acme/none;acme@*;acme", 100, 200, Expect.MUST)
            .posts("acme", 150, 151, 152)
            .posts("acme@DE", 150)
            .posts("acme@IT", 150, 151);

    assertThat(story.row("A").subject()).isEqualTo("acme@IT");
    assertThat(story.row("A").afterPost()).isEmpty();
    assertThat(story.row("A").afterOnset()).isEmpty();
  }

  @Test
  void leadIsMeasuredToTheOfficialWord() {
    Evaluation evaluation =
        new Story()
            .row("A", "acme", 100, 200, Expect.MUST, 160L)
            .row("B", "beta", 100, 200, Expect.MAY, 110L)
            .row("C", "gamma", 100, 200, Expect.MUST, 110L)
            .row("D", "acme", 100, 200, Expect.MUST)
            .told("acme", 120, 130)
            .told("beta", 130, 140)
            .evaluate();

    assertThat(evaluation.leads()).containsExactly(40, -20);
    assertThat(Evaluation.median(evaluation.leads())).hasValue(10);
  }

  @Test
  void incidentsPerCauseCountCausesThatHaveAny() {
    double[] each =
        new Story()
            .row("A", "acme*", 100, 200, Expect.MUST)
            .row("B", "beta", 100, 200, Expect.MAY)
            .row("C", "gamma", 100, 200, Expect.MUST)
            .told("acme", 120, 130)
            .told("acme/login", 121, 130)
            .told("acme@IT", 122, 130)
            .told("beta", 130, 140)
            .evaluate()
            .incidentsPerCause();

    assertThat(each).containsExactly(3, 1);
    assertThat(Evaluation.mean(each)).hasValue(2);
    assertThat(Evaluation.max(each)).hasValue(3);
  }

  @Test
  void timeInAlertCountsEachMomentOnce() {
    Evaluation evaluation =
        new Story()
            .row("A", "acme", 0, 5_040, Expect.MAY)
            .told("acme", 1_000, 2_008)
            .told("beta", 1_500, 2_008)
            .told("beta", 10_080 - 504, 20_000)
            .evaluate();

    assertThat(evaluation.inAlert()).isCloseTo(.15, within(1e-9));
    assertThat(evaluation.inAlertOutside()).isCloseTo(.1, within(1e-9));
  }

  @Test
  void aRowBeyondTheInputIsSaidToBeSo() {
    Story story =
        new Story()
            .row("IN", "acme", -10, 0, Expect.MUST)
            .row("OUT", "acme", 10_080, 10_090, Expect.MUST);

    assertThat(story.row("IN").inInput()).isTrue();
    assertThat(story.row("OUT").inInput()).isFalse();
  }

  @Test
  void nothingInIsNothingOut() {
    Evaluation evaluation = new Judge(List.of(), List.of(), new Volumes(Story.MINUTE)).evaluate();

    assertThat(evaluation.alarmsPerWeek()).isEmpty();
    assertThat(evaluation.recall()).isEmpty();
    assertThat(evaluation.inAlert()).isZero();
  }
}
