package io.groundswell.cep.host;

import static io.groundswell.cep.host.HostPatternsTest.minutes;
import static io.groundswell.cep.host.HostPatternsTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.Walks;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found depends on no number of instances, and on no restart between them. */
class HostedAnywhereTest {
  private static final int MINUTES = 240;
  private static final List<ScoredBucket> WALK = Walks.of(11, MINUTES);
  private static final PatternSet FIRST =
      PatternSet.always(List.of(rises("30m"), regions(), pairs()));

  /** The first changes after a third, loses one after a half, and gets it back at two thirds. */
  private static final List<PatternSet> CHANGES =
      List.of(
          new PatternSet(minutes(80), List.of(rises("20m"), regions(), pairs())),
          new PatternSet(minutes(120), List.of(rises("20m"), pairs())),
          new PatternSet(minutes(160), List.of(rises("20m"), regions(), pairs())));

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3", "3, 1", "3, 3"})
  void theSameIsFoundWhereverItRuns(int before, int after) throws Exception {
    List<String> straight;
    try (Hosted host = Hosted.begin(FIRST, 1000, 1)) {
      read(host, 0, MINUTES);
      straight = found(host.found());
    }
    for (int moved : new int[] {79, 90, 130}) {
      Hosted first = Hosted.begin(FIRST, 1000, before);
      read(first, 0, moved);
      List<SurgeMatch> found = new ArrayList<>(first.found());
      try (Hosted second = first.moved(after)) {
        read(second, moved, MINUTES);
        found.addAll(second.found());
      }
      assertThat(found(found)).as("moved at minute " + moved).isEqualTo(straight);
    }
    assertThat(straight).anyMatch(text -> text.startsWith("rises"));
    assertThat(straight).anyMatch(text -> text.startsWith("regions"));
    assertThat(straight).anyMatch(text -> text.startsWith("pairs"));
  }

  @Test
  void changesMatter() throws Exception {
    try (Hosted without = Hosted.begin(FIRST, 1000, 1);
        Hosted with = Hosted.begin(FIRST, 1000, 1)) {
      without.read(WALK);
      without.advance(Long.MAX_VALUE);
      read(with, 0, MINUTES);
      assertThat(found(with.found())).isNotEqualTo(found(without.found()));
    }
  }

  @Test
  void inTheEndNothingIsLeftOfIt() throws Exception {
    try (Hosted host = Hosted.begin(FIRST, 1000, 3)) {
      read(host, 0, MINUTES);
      assertThat(host.entries()).isZero();
    }
  }

  @Test
  void allKeysOfAGroupShareTheKeyGroupOfItsName() {
    PatternKey group = new PatternKey(Over.SUBJECT, "acme@DE", "", 0);
    PatternKey run = group.of(new OpenRun("rises", 77));
    int plain = KeyGroupRangeAssignment.assignToKeyGroup("acme@DE", 128);

    assertThat(KeyGroupRangeAssignment.assignToKeyGroup(group, 128)).isEqualTo(plain);
    assertThat(KeyGroupRangeAssignment.assignToKeyGroup(run, 128)).isEqualTo(plain);
    assertThat(run).isNotEqualTo(group).isEqualTo(group.of(new OpenRun("rises", 77)));
  }

  /** Buckets of some minutes; a set comes ten minutes before it is effective. */
  private static void read(Hosted host, int from, int to) throws Exception {
    for (int minute = from; minute < to; minute++) {
      for (PatternSet set : CHANGES) {
        if (set.effectiveAt() == minutes(minute + 10)) {
          host.goOver(set);
        }
      }
      long start = minutes(minute);
      host.read(WALK.stream().filter(bucket -> bucket.start() == start).toList());
      host.advance(start + 59_999);
    }
    if (to == MINUTES) {
      host.advance(Long.MAX_VALUE);
    }
  }

  private static List<String> found(List<SurgeMatch> matches) {
    return matches.stream()
        .map(
            match ->
                match.pattern()
                    + match.buckets().stream()
                        .map(bucket -> " " + bucket.subject() + " " + bucket.start() / 60_000)
                        .toList())
        .sorted()
        .toList();
  }

  private static PatternRule rises(String within) {
    return rule(
        """
        - id: rises
          stages:
            - begin: low
              where: {level: elevated}
            - followed_by: high
              where: {level: extreme, growth: {since: low, at_least: 1}}
          within: %s
        """
            .formatted(within));
  }

  private static PatternRule regions() {
    return rule(
        """
        - id: regions
          over: regions
          stages:
            - begin: one
              where: {level: elevated}
            - followed_by: two
              where: {level: elevated, apart_from: one}
          within: 5m
          skip: past_last
        """);
  }

  private static PatternRule pairs() {
    return rule(
        """
        - id: pairs
          over: dependency
          stages:
            - begin: up
              where: {side: upstream, level: extreme}
            - not_followed_by: down
              where: {side: downstream, level: extreme}
          within: 6m
        """);
  }
}
