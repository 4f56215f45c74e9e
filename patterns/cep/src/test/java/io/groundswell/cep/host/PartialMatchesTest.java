package io.groundswell.cep.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.Walks;
import io.groundswell.domain.pattern.PatternCheck;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is foretold of partial matches is never too little for a subject with a bucket a minute. */
class PartialMatchesTest {
  private static final int MINUTES = 90;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{begin: a}, {followed_by: b, where: {level: calm}}",
        "{begin: a}, {followed_by_any: b}, {followed_by: c, where: {level: calm}}",
        "{begin: a}, {followed_by: b, one_or_more: true}, {next: c, where: {level: calm}}",
        "{begin: a}, {followed_by: b, one_or_more: true}, {followed_by: c, where: {level: calm}}",
        "{begin: a, one_or_more: true}, {followed_by: b, where: {level: extreme}}",
        "{begin: a}, {followed_by: b, one_or_more: true, greedy: true},"
            + " {followed_by: c, where: {level: calm}}",
        "{begin: a}, {followed_by: b, times: {at_least: 2, at_most: 4}},"
            + " {followed_by: c, where: {level: calm}}",
        "{begin: a}, {followed_by: b, optional: true}, {followed_by: c, where: {level: calm}}",
        "{begin: a}, {followed_by: b, times: 2, combinations: true},"
            + " {followed_by: c, where: {level: calm}}",
        "{begin: a}, {next: b, optional: true}, {next: c, where: {level: extreme}}",
        "{begin: a}, {not_followed_by: b, where: {level: extreme}}",
        "{begin: a, times: 5, consecutive: true}",
        "{begin: a, where: {level: elevated}}, {next: b, one_or_more: true, consecutive: true},"
            + " {followed_by: c, where: {level: extreme}}",
        "{begin: a}, {followed_by_any: b, one_or_more: true, greedy: true},"
            + " {followed_by: c, where: {level: calm}}"
      })
  void aPatternHoldsNoMoreThanForetold(String stages) throws Exception {
    PatternRule rule = rule(stages);
    int foretold = Math.toIntExact(PatternCheck.partialMatches(rule));
    for (int oneIn : new int[] {2, 10, 1000}) {
      try (Hosted host = Hosted.begin(PatternSet.always(List.of(rule)), foretold, 1)) {
        host.read(walk(oneIn));
        host.advance(HostPatternsTest.minutes(MINUTES) - 1);
        assertThat(host.dropped()).as("calm or extreme one in " + oneIn).isZero();
      }
    }
  }

  @Test
  void andSomeHoldAsManyAsForetold() throws Exception {
    PatternRule rule = rule("{begin: a}, {followed_by: b, where: {level: calm}}");
    assertThat(PatternCheck.partialMatches(rule)).isEqualTo(9);
    try (Hosted host = Hosted.begin(PatternSet.always(List.of(rule)), 8, 1)) {
      host.read(walk(1000));
      host.advance(HostPatternsTest.minutes(MINUTES) - 1);
      assertThat(host.dropped()).isPositive();
    }
  }

  private static PatternRule rule(String stages) {
    return HostPatternsTest.rule("- {id: one, within: 9m, stages: [" + stages + "]}");
  }

  private static List<ScoredBucket> walk(int oneIn) {
    SplittableRandom random = new SplittableRandom(oneIn);
    List<ScoredBucket> walk = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      Level level =
          random.nextInt(oneIn) > 0
              ? Level.ELEVATED
              : random.nextBoolean() ? Level.CALM : Level.EXTREME;
      walk.add(Walks.bucket("acme", minute, 3, 1, 12, level, Turn.NONE));
    }
    return walk;
  }
}
