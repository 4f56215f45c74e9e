package io.groundswell.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.Scored;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever the score says of forty random lives, exactly one pattern confirms. */
class LivesTest {
  private static final Cluster CLUSTER = new Cluster();

  @RegisterExtension static final MiniClusterExtension FLINK = CLUSTER.flink();

  private static final int SUBJECTS = 40;
  private static final int MINUTES = 2 * 1440;

  @Test
  void everyTurnIsConfirmedByExactlyOnePattern() throws Exception {
    List<Told> told = lives(SUBJECTS, PatternId.OF_ONE);
    long dropped = CLUSTER.droppedSilently();
    List<String> turns =
        told.stream()
            .map(Told::bucket)
            .filter(bucket -> bucket.turn() != Turn.NONE)
            .map(LivesTest::turn)
            .sorted()
            .toList();
    assertThat(Turn.values())
        .as("the lives hold every turn")
        .allMatch(turn -> told.stream().anyMatch(each -> each.bucket().turn() == turn));

    List<SurgeMatch> one = CLUSTER.matches(told, 1);
    List<SurgeMatch> two = CLUSTER.matches(told, 2);

    assertThat(one.stream().map(match -> turn(match.last())).sorted().toList()).isEqualTo(turns);
    assertThat(two).isEqualTo(one);
    assertThat(one).allSatisfy(LivesTest::isOfItsKind);
    assertThat(one).extracting(SurgeMatch::pattern).contains("sudden", "sustained");
    assertThat(CLUSTER.counters()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(CLUSTER.droppedSilently()).isEqualTo(dropped);
  }

  @Test
  void aBucketThatIsOnlyCaughtUpWithWouldBeDroppedAndCounted() throws Exception {
    List<Told> told = Told.of("firefox", Told.calm(2), Told.opens());
    List<Told> late = List.of(told.get(0), told.get(2), told.get(1));
    long dropped = CLUSTER.droppedSilently();

    assertThat(CLUSTER.matches(late, 1)).hasSize(1);

    assertThat(CLUSTER.droppedSilently()).isEqualTo(dropped + 1);
  }

  /** The policy switches turns; patterns only confirm them. */
  @Test
  void whatIsSwitchedOffIsNotFound() throws Exception {
    for (String off : PatternId.OF_ONE) {
      List<String> on = new ArrayList<>(PatternId.OF_ONE);
      on.remove(off);
      List<Told> told = lives(4, on);
      long turns = told.stream().filter(each -> each.bucket().turn() != Turn.NONE).count();

      List<SurgeMatch> matches = CLUSTER.matches(told, 1);

      assertThat(matches).hasSize(Math.toIntExact(turns)).isNotEmpty();
      assertThat(matches).extracting(SurgeMatch::pattern).doesNotContain(off);
    }
  }

  private static void isOfItsKind(SurgeMatch match) {
    assertThat(match.first().start()).isLessThan(match.last().start());
    assertThat(match.first().subject()).isEqualTo(match.last().subject());
    String turn =
        switch (match.pattern()) {
          case PatternId.SUDDEN, PatternId.SUSTAINED -> "OPENS";
          case PatternId.ESCALATION -> "ESCALATES";
          case PatternId.RECOVERY -> "RESOLVES";
          default -> "REOPENS";
        };
    assertThat(match.last().turn().name()).isEqualTo(turn);
    if (match.pattern().equals(PatternId.SUDDEN)) {
      assertThat(match.first().end()).isEqualTo(match.last().start());
      assertThat(match.first().level()).isEqualTo(Level.CALM);
    }
  }

  private static String turn(ScoredBucket bucket) {
    return bucket.subject() + " " + bucket.end() + " " + bucket.turn();
  }

  /** What patterns are shown of every subject, stamped with the bucket just closed. */
  private static List<Told> lives(int subjects, List<String> patterns) {
    WatchRules rules =
        WatchRules.of(Policy.builder().falseIncidentsPerWeek(1).patterns(patterns).build());
    List<Told> told = new ArrayList<>();
    for (int subject = 0; subject < subjects; subject++) {
      SplittableRandom random = new SplittableRandom(subject);
      Watching watching = new Watching(rules);
      Watch watch = watching.begin(0, 1);
      double normal = random.nextDouble(.1, 2);
      double times = 1;
      for (int minute = 0; minute < MINUTES; minute++) {
        if (minute > 1000 && minute % 30 == 0) {
          times = random.nextInt(4) == 0 ? random.nextDouble(2, 30) : 1;
        }
        int count = poisson(normal * times, random);
        Volume volume = new Volume("subject" + subject, minute * Told.MINUTE, count, count);
        Scored scored = watching.score(watch, volume, 3, day -> subjects);
        for (ScoredBucket event : scored.events()) {
          told.add(new Told(scored.bucket().end() - 1, event));
        }
      }
    }
    return Told.all(List.of(told));
  }

  private static int poisson(double rate, SplittableRandom random) {
    int arrivals = -1;
    double waited = 0;
    while (waited <= rate) {
      waited -= Math.log(1 - random.nextDouble());
      arrivals++;
    }
    return arrivals;
  }
}
