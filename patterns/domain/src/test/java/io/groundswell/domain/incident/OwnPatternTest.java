package io.groundswell.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.Skip;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a match of a pattern means that people have written. */
class OwnPatternTest {
  private static final String ID = "two-rises";
  private final Desk desk =
      Desk.knowing(
          new PatternRule(
              ID,
              "It has risen twice within an hour.",
              true,
              Over.SUBJECT,
              List.of(),
              0,
              Skip.NONE,
              PatternRule.OnChange.FINISH));

  @Test
  void itOpensAnIncidentThatSaysSoAndEndsWhenItsSubjectIsCalm() {
    List<IncidentUpdate> opened = match(rises("firefox", 20, 12), rises("firefox", 50, 12));

    assertThat(opened).hasSize(1);
    IncidentUpdate update = opened.get(0);
    assertThat(update.status()).isEqualTo(Status.OPENED);
    assertThat(update.pattern()).isEqualTo(ID);
    assertThat(update.subject().key()).isEqualTo("firefox");
    assertThat(update.explanation())
        .contains("Its last bucket by itself: evidence 13.3 against a threshold of 14.3")
        .endsWith("Your pattern two-rises has matched: It has risen twice within an hour.");
    desk.quietAt(50 + Desk.RESOLVE_AFTER);
    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void fewerPeopleThanThePolicyAsksForRaiseNothing() {
    assertThat(match(rises("firefox", 20, 1), rises("firefox", 50, 2))).isEmpty();
  }

  @Test
  void anIncidentThatIsOpenSaysOnceThatItMatched() {
    desk.then(Bulletin.opens("firefox", 10, 20));

    List<IncidentUpdate> first = match(rises("firefox", 20, 12), rises("firefox", 50, 12));
    assertThat(first).hasSize(1);
    assertThat(first.get(0).status()).isEqualTo(Status.UPDATED);
    assertThat(first.get(0).pattern()).isEqualTo("sudden");
    assertThat(first.get(0).explanation()).contains("Your pattern two-rises has matched");
    assertThat(match(rises("firefox", 50, 12), rises("firefox", 52, 12))).isEmpty();
    assertThat(desk.incidents()).hasSize(1);
  }

  @Test
  void whatItsSubjectDoesNextIsToldByTheBuiltInOnes() {
    match(rises("firefox", 20, 12), rises("firefox", 50, 12));
    desk.then(Bulletin.opens("firefox", 55, 20), Bulletin.escalates("firefox", 60, 30));

    assertThat(desk.incidents()).hasSize(1);
    assertThat(desk.last().status()).isEqualTo(Status.ESCALATED);
    assertThat(desk.last().pattern()).isEqualTo("escalation");
  }

  @Test
  void ofRegionsItIsAboutTheirProductAndOfAPairAboutTheFirst() {
    assertThat(match(rises("firefox@DE", 20, 12), rises("firefox@FR", 22, 12)))
        .extracting(update -> update.subject().key())
        .containsExactly("firefox");
    desk.then(Bulletin.resolves("firefox", 300));
    assertThat(match(rises("mail", 320, 12), rises("firefox", 322, 12)))
        .extracting(update -> update.subject().key())
        .containsExactly("mail");
  }

  private List<IncidentUpdate> match(ScoredBucket first, ScoredBucket last) {
    return desk.matched(last.end(), new SurgeMatch(ID, first, last));
  }

  private static ScoredBucket rises(String subject, int minute, int people) {
    return Bulletin.elevated(subject, minute).since(minute - 2, people, 2).of(people).bucket();
  }
}
