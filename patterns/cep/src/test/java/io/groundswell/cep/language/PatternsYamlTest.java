package io.groundswell.cep.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.Walks;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.pattern.Follows;
import io.groundswell.domain.pattern.HowOften;
import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternRule.OnChange;
import io.groundswell.domain.pattern.Range;
import io.groundswell.domain.pattern.Skip;
import io.groundswell.domain.pattern.Trait;
import io.groundswell.domain.pattern.What;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.AcrossRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the file says, and what it says wrongly. */
class PatternsYamlTest {
  private static final Names NAMES =
      new Names(
          Map.of("bucket", 60_000L, "reopen_within", 7_200_000L, "resolve_after", 1_800_000L),
          Map.of("spread_from", 9.5));

  private static final String SOUND =
      """
      patterns:
        - id: comes-back
          says: It rises, falls and rises again.
          enabled: false
          over: regions
          stages:
            - begin: high
              where: {level: {at_least: elevated}, evidence: {at_least: spread_from, below: 20}}
              times: {at_least: 2, at_most: 4}
              greedy: true
            - not_next: low
              where: {turn: [resolves, none]}
            - followed_by_any: again
              where:
                any:
                  - {growth: {since: high, more_than: 1.5}}
                  - {gap: {since: high, at_most: 2m}}
                none: {side: upstream}
                other_subject_than: high
          within: reopen_within + 2 buckets + 30s
          skip: {to_last: high}
          on_change: drop
      """;

  @Test
  void everyKeyIsRead() {
    PatternsYaml.Result read =
        PatternsYaml.read(SOUND.replace("side: upstream", "level: calm"), NAMES);

    assertThat(read.problems()).isEmpty();
    PatternRule rule = read.rules().get(0);
    assertThat(rule.id()).isEqualTo("comes-back");
    assertThat(rule.says()).isEqualTo("It rises, falls and rises again.");
    assertThat(rule.on()).isFalse();
    assertThat(rule.over()).isEqualTo(Over.REGIONS);
    assertThat(rule.within())
        .isEqualTo(Duration.ofHours(2).plusMinutes(2).plusSeconds(30).toMillis());
    assertThat(rule.skip()).isEqualTo(new Skip(Skip.How.TO_LAST, "high"));
    assertThat(rule.onChange()).isEqualTo(OnChange.DROP);
    assertThat(rule.stages())
        .extracting(stage -> stage.follows() + " " + stage.name())
        .containsExactly("BEGIN high", "NOT_NEXT low", "FOLLOWED_BY_ANY again");
    assertThat(rule.stages().get(0).often())
        .isEqualTo(new HowOften(2, 4, false, true, false, false));
    assertThat(rule.stages().get(0).where().all().traits())
        .containsExactly(
            Trait.word(What.LEVEL, List.of("elevated", "extreme")),
            Trait.number(What.EVIDENCE, new Range(9.5, true, 20, false)));
    assertThat(rule.stages().get(2).where().any())
        .extracting(clause -> clause.traits().get(0))
        .containsExactly(
            Trait.since(What.GROWTH, "high", new Range(1.5, false, Double.POSITIVE_INFINITY, true)),
            Trait.since(
                What.GAP, "high", new Range(Double.NEGATIVE_INFINITY, true, 120_000, true)));
  }

  @Test
  void whatIsLeftOutIsTheUsual() {
    PatternRule rule = sound("{id: one, stages: [{begin: high}]}");

    assertThat(rule.on()).isTrue();
    assertThat(rule.over()).isEqualTo(Over.SUBJECT);
    assertThat(rule.within()).isZero();
    assertThat(rule.skip()).isEqualTo(Skip.NONE);
    assertThat(rule.onChange()).isEqualTo(OnChange.FINISH);
    assertThat(rule.stages().get(0).follows()).isEqualTo(Follows.BEGIN);
    assertThat(rule.stages().get(0).often()).isEqualTo(HowOften.ONCE);
    assertThat(rule.stages().get(0).where().isAlways()).isTrue();
  }

  @Test
  void theVersionIsOfWhatMatchesAlone() {
    PatternRule rule = sound("{id: one, stages: [{begin: high}]}");

    assertThat(sound("{id: one, says: Hello., on_change: drop, stages: [{begin: high}]}").version())
        .isEqualTo(rule.version())
        .hasSize(16);
    assertThat(sound("{id: one, stages: [{begin: low}]}").version()).isNotEqualTo(rule.version());
    assertThat(sound("{id: one, within: 1m, stages: [{begin: high}]}").version())
        .isNotEqualTo(rule.version());
  }

  @Test
  void unknownKeysAreNamed() {
    assertThat(problems("{id: one, stage: [], stages: [{begin: high, wher: {levl: calm}}]}"))
        .containsExactly(
            Problem.at("/patterns/0/stage", "unknown key 'stage'", "did you mean 'stages'?"),
            Problem.at("/patterns/0/stages/0/wher", "unknown key 'wher'", "did you mean 'where'?"));
    assertThat(problems("{id: one, stages: [{begin: high, where: {levl: calm}}]}"))
        .containsExactly(
            Problem.at(
                "/patterns/0/stages/0/where/levl", "unknown key 'levl'", "did you mean 'level'?"));
    assertThat(PatternsYaml.read("pattern: []", NAMES).problems())
        .extracting(Problem::message)
        .containsExactly("unknown key 'pattern'", "'patterns' is missing");
  }

  @Test
  void valuesThatCannotBeReadAreNamed() {
    assertThat(
            problems(
                "{id: one, over: region, within: soon, enabled: 1,"
                    + " stages: [{begin: high, times: many, where: {evidence: 9}}]}"))
        .extracting(problem -> problem.path() + " " + problem.message() + "; " + problem.remedy())
        .containsExactlyInAnyOrder(
            "/patterns/0/enabled enabled is '1'; use true or false",
            "/patterns/0/over over is 'region'; did you mean 'regions'?",
            "/patterns/0/stages/0/times times is 'many'; use a whole number",
            "/patterns/0/stages/0/where/evidence evidence cannot be read; use keys with values:"
                + " at_least, more_than, at_most, below",
            "/patterns/0/within within cannot be read; use a duration such as 15s, 30m, 1h or 2d,"
                + " or one of bucket, reopen_within, resolve_after");
  }

  @Test
  void rangesAreSaidOnce() {
    assertThat(messages("{id: one, stages: [{begin: a, where: {posts: {}}}]}"))
        .containsExactly("posts has no end");
    assertThat(
            messages(
                "{id: one, stages: [{begin: a, where: {posts: {at_least: 1, more_than: 1}}}]}"))
        .containsExactly("posts has two ends on one side");
    assertThat(messages("{id: one, stages: [{begin: a, where: {posts: {at_least: lots}}}]}"))
        .containsExactly("at_least cannot be read");
    assertThat(messages("{id: one, stages: [{begin: a, times: 2, one_or_more: true}]}"))
        .contains("an entry says both times and one_or_more");
    assertThat(messages("{id: one, skip: to_first, stages: [{begin: a}]}"))
        .containsExactly("skip names no stage");
  }

  @Test
  void aStageHasOneName() {
    assertThat(messages("{id: one, stages: [{where: {level: calm}}]}"))
        .containsExactly("an entry has no name");
    assertThat(messages("{id: one, stages: [{begin: a, next: b}]}"))
        .containsExactly("an entry has two names");
  }

  @Test
  void whatIsReadIsChecked() {
    assertThat(messages("{id: one, stages: [{begin: a}, {followed_by: b}]}"))
        .containsExactly("'one' has no within, and may wait for ever");
  }

  @Test
  void textThatIsNoYamlIsSaidToBeNone() {
    assertThat(PatternsYaml.read("patterns:\n  - id: [", NAMES).problems())
        .extracting(Problem::message)
        .containsExactly("not valid YAML at line 2");
    assertThat(PatternsYaml.read("patterns: []\npatterns: []", NAMES).problems())
        .extracting(Problem::message)
        .containsExactly("not valid YAML at line 2");
  }

  @Test
  void theBuiltInOnesAreSoundUnderAnyPolicy() {
    for (Duration width : List.of(Duration.ofSeconds(10), Duration.ofHours(1))) {
      for (Duration week : List.of(Duration.ofMinutes(1), Duration.ofDays(7))) {
        Policy policy =
            Policy.builder().bucket(width).resolveAfter(week).reopenWithin(week).build();
        assertThat(BuiltIn.rules(AcrossRules.of(policy, Walks.CATALOGUE)))
            .extracting(PatternRule::id)
            .containsExactlyInAnyOrderElementsOf(
                PatternId.ALL.stream().filter(id -> !id.equals(PatternId.SILENCE)).toList());
      }
    }
  }

  private static PatternRule sound(String yaml) {
    PatternsYaml.Result read = PatternsYaml.read("patterns: [" + yaml + "]", NAMES);
    assertThat(read.problems()).isEmpty();
    return read.rules().get(0);
  }

  private static List<Problem> problems(String yaml) {
    return PatternsYaml.read("patterns: [" + yaml + "]", NAMES).problems();
  }

  private static List<String> messages(String yaml) {
    return problems(yaml).stream().map(Problem::message).toList();
  }
}
