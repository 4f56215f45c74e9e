package io.groundswell.cep;

import static io.groundswell.cep.Told.all;
import static io.groundswell.cep.Told.calm;
import static io.groundswell.cep.Told.elevated;
import static io.groundswell.cep.Told.escalates;
import static io.groundswell.cep.Told.extreme;
import static io.groundswell.cep.Told.opens;
import static io.groundswell.cep.Told.reopens;
import static io.groundswell.cep.Told.resolves;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.surge.SurgeMatch;
import java.util.List;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each pattern, told as the buckets that it reads. */
class PatternsTest {
  private static final Cluster CLUSTER = new Cluster();

  @RegisterExtension static final MiniClusterExtension FLINK = CLUSTER.flink();

  @AfterEach
  void noBucketIsEverTooLate() {
    assertThat(CLUSTER.counters()).isNotEmpty();
    assertThat(CLUSTER.droppedSilently()).isZero();
  }

  @Test
  void calmThenExtremeIsSudden() throws Exception {
    assertThat(matches(Told.of("firefox", calm(3), opens())))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.pattern()).isEqualTo("sudden");
              assertThat(minute(match.first().start())).isEqualTo(2);
              assertThat(minute(match.last().start())).isEqualTo(3);
            });
  }

  @Test
  void aRunOfElevatedBucketsThenExtremeIsSustained() throws Exception {
    assertThat(matches(Told.of("firefox", calm(2), elevated(4), opens())))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.pattern()).isEqualTo("sustained");
              assertThat(minute(match.first().start())).isEqualTo(1);
              assertThat(minute(match.last().start())).isEqualTo(6);
            });
  }

  @Test
  void oneElevatedBucketIsARun() throws Exception {
    assertThat(told(Told.of("firefox", calm(1), elevated(1), opens())))
        .containsExactly("sustained 2");
  }

  @Test
  void extremeBucketsOfTooFewAuthorsArePartOfTheRun() throws Exception {
    assertThat(told(Told.of("firefox", calm(1), extreme(2), elevated(1), extreme(1), opens())))
        .containsExactly("sustained 5");
  }

  @Test
  void theRunCountsFromTheLastCalmBucket() throws Exception {
    List<SurgeMatch> matches =
        matches(Told.of("firefox", calm(1), elevated(3), calm(1), elevated(2), opens()));

    assertThat(matches).extracting(SurgeMatch::pattern).containsExactly("sustained");
    assertThat(minute(matches.get(0).first().start())).isEqualTo(4);
  }

  @Test
  void whatNeverOpensMatchesNothing() throws Exception {
    assertThat(matches(Told.of("firefox", calm(2), elevated(5), extreme(3), calm(3)))).isEmpty();
  }

  @Test
  void calmForLongEnoughIsRecovery() throws Exception {
    List<SurgeMatch> matches =
        matches(Told.of("firefox", calm(1), opens(), extreme(9), calm(30), resolves(), calm(2)));

    assertThat(matches).extracting(SurgeMatch::pattern).containsExactly("sudden", "recovery");
    assertThat(minute(matches.get(1).first().start())).isEqualTo(1);
    assertThat(minute(matches.get(1).last().start())).isEqualTo(41);
  }

  @Test
  void extremeAgainSoonIsRelapseAndRecoversAgain() throws Exception {
    assertThat(
            told(
                Told.of(
                    "firefox",
                    calm(1),
                    opens(),
                    calm(30),
                    resolves(),
                    calm(10),
                    reopens(),
                    calm(30),
                    resolves(),
                    reopens())))
        .containsExactly("sudden 1", "recovery 32", "relapse 43", "recovery 74", "relapse 75");
  }

  /** Else a later one would be told twice. */
  @Test
  void aSurgeThatBeginsAnewIsNoRelapseOfTheOneBefore() throws Exception {
    assertThat(
            told(Told.of("firefox", calm(1), opens(), resolves(), opens(), resolves(), reopens())))
        .containsExactly("sudden 1", "recovery 2", "sudden 3", "recovery 4", "relapse 5");
  }

  @Test
  void theEndOfASurgeMayBeTheCalmBeforeTheNext() throws Exception {
    assertThat(told(Told.of("firefox", calm(1), opens(), resolves(), opens(), resolves())))
        .containsExactly("sudden 1", "recovery 2", "sudden 3", "recovery 4");
  }

  @Test
  void aSurgeMayEscalateMoreThanOnce() throws Exception {
    List<SurgeMatch> matches =
        matches(
            Told.of("firefox", calm(1), opens(), extreme(5), escalates(), extreme(2), escalates()));

    assertThat(matches)
        .extracting(SurgeMatch::pattern)
        .containsExactly("sudden", "escalation", "escalation");
    assertThat(minute(matches.get(1).first().start())).isEqualTo(1);
    assertThat(minute(matches.get(2).first().start()))
        .as("the second is measured from the first")
        .isEqualTo(7);
  }

  @Test
  void aSurgeThatReopenedMayEscalate() throws Exception {
    assertThat(told(Told.of("firefox", calm(1), opens(), resolves(), reopens(), escalates())))
        .containsExactly("sudden 1", "recovery 2", "relapse 3", "escalation 4");
  }

  @Test
  void aCalmBucketMayBeSentWithTheTimeStampOfTheNext() throws Exception {
    List<Told> inOrder = Told.of("firefox", calm(1), opens());
    List<Told> together = List.of(inOrder.get(1), inOrder.get(0).sentWith(inOrder.get(1)));

    assertThat(told(together)).containsExactly("sudden 1");

    List<Told> slow = Told.of("firefox", calm(1), elevated(1), opens());
    assertThat(told(List.of(slow.get(1), slow.get(0).sentWith(slow.get(1)), slow.get(2))))
        .containsExactly("sustained 2");
  }

  @Test
  void subjectsDoNotMix() throws Exception {
    List<Told> told =
        all(
            List.of(
                Told.of("firefox", calm(1), elevated(1), elevated(1), calm(1)),
                Told.of("accounts", elevated(1), calm(1), calm(1), opens()),
                Told.of("firefox/sync", elevated(3), opens()),
                Told.of("firefox@IT", calm(1), elevated(2), opens())));

    for (int parallelism : new int[] {1, 2}) {
      assertThat(CLUSTER.matches(told, parallelism))
          .extracting(match -> match.last().subject() + " " + match.pattern())
          .containsExactly("accounts sudden", "firefox@IT sustained");
    }
  }

  private static List<SurgeMatch> matches(List<Told> told) throws Exception {
    return CLUSTER.matches(told, 1);
  }

  /** Each match as its pattern and the minute in which it was complete. */
  private static List<String> told(List<Told> told) throws Exception {
    return matches(told).stream()
        .map(match -> match.pattern() + " " + minute(match.last().start()))
        .toList();
  }

  private static int minute(long start) {
    return Math.toIntExact(start / Told.MINUTE);
  }
}
