package io.groundswell.jobs.surge.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which patterns hold, from when on. */
@SuppressWarnings("try") // Flink's harness says that closing it may throw anything.
class RuledPatternsTest {
  private static final String ALONE = "products: [{id: shop}, {id: login}]\n";
  private static final String PAIR = "products: [{id: shop, depends_on: [login]}, {id: login}]\n";
  private static final String OWN =
      "patterns: [{id: own, stages: [{begin: a, where: {turn: opens}}]}]\n";
  private static final Rules FIRST = rules(ALONE, Policy.defaults());

  @Test
  void aNewJobIsToldItsPatternsBeforeAnythingElse() throws Exception {
    try (Harness job = Harness.start(FIRST, null)) {
      job.processWatermark(new Watermark(60_000));

      assertThat(job.getOutput().peek()).isInstanceOf(StreamRecord.class);
      PatternSet first = job.told().get(0);
      assertThat(first.effectiveAt()).isEqualTo(PatternSet.ALWAYS);
      assertThat(ids(first))
          .containsExactlyInAnyOrder(
              "sudden", "sustained", "escalation", "recovery", "relapse", "spread");
    }
  }

  @Test
  void setsFollowFromRulingsOfEachKind() throws Exception {
    try (Harness job = Harness.start(FIRST, null)) {
      job.processWatermark(new Watermark(60_000));
      job.rule(RuleKind.POLICY, 1, 120_000, "false_incidents_per_week: 8\n");
      job.rule(RuleKind.POLICY, 2, 180_000, "false_incidents_per_week: 8\nmin_authors: 5\n");
      job.rule(RuleKind.CATALOGUE, 1, 240_000, PAIR);
      job.rule(RuleKind.PATTERNS, 1, 300_000, OWN);
      job.rule(
          RuleKind.POLICY,
          3,
          360_000,
          "patterns: {cascade: false, spread: false, recovery: false}\n");

      List<PatternSet> told = job.told();
      assertThat(told)
          .as("what changes no pattern tells nothing")
          .extracting(PatternSet::effectiveAt)
          .containsExactly(PatternSet.ALWAYS, 120_000L, 240_000L, 300_000L, 360_000L);
      assertThat(version(told.get(1), "spread")).isNotEqualTo(version(told.get(0), "spread"));
      assertThat(version(told.get(1), "recovery")).isEqualTo(version(told.get(0), "recovery"));
      assertThat(ids(told.get(2))).contains("cascade");
      assertThat(ids(told.get(3))).contains("cascade", "own");
      assertThat(ids(told.get(4)))
          .as("turns say whether one subject recovers")
          .contains("own", "recovery")
          .doesNotContain("cascade", "spread");
    }
  }

  @Test
  void aJobThatGoesOnWithOtherRulesGoesOverWhereItStands() throws Exception {
    OperatorSubtaskState saved;
    try (Harness job = Harness.start(FIRST, null)) {
      job.processWatermark(new Watermark(60_000));
      job.rule(RuleKind.PATTERNS, 1, 120_000, OWN);
      job.processWatermark(new Watermark(300_000));
      saved = job.snapshot(1, 1);
    }
    try (Harness same = Harness.start(rules(PAIR, Policy.defaults()), saved)) {
      same.processWatermark(new Watermark(360_000));

      PatternSet told = same.told().get(0);
      assertThat(told.effectiveAt()).isEqualTo(360_001);
      assertThat(ids(told)).contains("cascade", "own");
    }
  }

  @Test
  void whatIsStillToComeIsToldOnceItIsKnownWhereTheJobStands() throws Exception {
    OperatorSubtaskState saved;
    try (Harness job = Harness.start(FIRST, null)) {
      job.rule(RuleKind.PATTERNS, 1, 600_000, OWN);
      assertThat(job.told()).as("nothing is told yet").isEmpty();
      saved = job.snapshot(1, 1);
    }
    try (Harness same = Harness.start(FIRST, saved)) {
      same.rule(RuleKind.CATALOGUE, 1, 700_000, PAIR);
      same.processWatermark(new Watermark(360_000));

      assertThat(same.told())
          .extracting(PatternSet::effectiveAt)
          .containsExactly(360_001L, 600_000L, 700_000L);
      assertThat(ids(same.told().get(0))).doesNotContain("own", "cascade");
      assertThat(ids(same.told().get(1))).contains("own").doesNotContain("cascade");
      assertThat(ids(same.told().get(2))).contains("own", "cascade");
    }
  }

  @Test
  void whereRulesAreFixedNothingElseIsEverTold() throws Exception {
    try (Harness job = Harness.start(FIRST.whateverIsRuled(), null)) {
      job.processWatermark(new Watermark(60_000));
      job.rule(RuleKind.PATTERNS, 1, 600_000, OWN);
      job.rule(RuleKind.CATALOGUE, 1, 700_000, PAIR);

      assertThat(job.told()).extracting(PatternSet::effectiveAt).containsExactly(PatternSet.ALWAYS);
    }
  }

  private static Rules rules(String catalogue, Policy policy) {
    return Rules.of(CatalogueFile.of("catalogue", catalogue, Catalogue.none()), policy);
  }

  private static List<String> ids(PatternSet set) {
    return set.rules().stream().map(PatternRule::id).toList();
  }

  private static String version(PatternSet set, String id) {
    return set.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .map(PatternRule::version)
        .findFirst()
        .orElseThrow();
  }

  /** The operator by itself. */
  private static final class Harness extends OneInputStreamOperatorTestHarness<Ruling, PatternSet> {
    private Harness(Rules first) throws Exception {
      super(new RuledPatterns(first));
    }

    static Harness start(Rules first, @Nullable OperatorSubtaskState saved) throws Exception {
      Harness harness = new Harness(first);
      harness.setup();
      if (saved != null) {
        harness.initializeState(saved);
      }
      harness.open();
      return harness;
    }

    void rule(RuleKind kind, int number, long from, String content) throws Exception {
      processElement(new StreamRecord<>(new Ruling(kind, number, from, content, "ann", "why")));
    }

    List<PatternSet> told() {
      return extractOutputValues();
    }
  }
}
