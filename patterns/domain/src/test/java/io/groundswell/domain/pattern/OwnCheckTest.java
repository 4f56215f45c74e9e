package io.groundswell.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnCheckTest {
  private static final HowOften ONCE = HowOften.ONCE;

  @Test
  void whatTheJobShowsIsAccepted() {
    assertThat(
            messages(
                rule(
                    "twice",
                    stage("calm", Follows.BEGIN, level("calm")),
                    stage("first", Follows.NEXT, level("elevated", "extreme")),
                    stage("over", Follows.FOLLOWED_BY, turn("resolves")),
                    stage("again", Follows.FOLLOWED_BY, level("elevated", "extreme")))))
        .isEmpty();
  }

  @Test
  void aCalmBucketIsOnlyABeginning() {
    assertThat(
            messages(
                rule(
                    "late",
                    stage("risen", Follows.BEGIN, level("elevated")),
                    stage("calm", Follows.FOLLOWED_BY, level("calm")))))
        .containsExactly(
            "/patterns/0/stages/1/where calm buckets are shown only right before one that is not");
    assertThat(messages(rule("alone", stage("calm", Follows.BEGIN, level("calm"))))).hasSize(1);
  }

  @Test
  void aBucketOfTheBeginningOrOfTheEndOfASurgeIsShown() {
    Condition either =
        new Condition(
            Clause.EMPTY,
            List.of(new Clause(traits(What.TURN, "resolves")), new Clause(calmOrWorse())),
            Clause.EMPTY);

    assertThat(
            messages(
                rule(
                    "either",
                    stage("risen", Follows.BEGIN, level("elevated")),
                    stage("then", Follows.FOLLOWED_BY, either))))
        .isEmpty();
  }

  @Test
  void thereIsALimitToHowMany() {
    PatternRule[] many =
        IntStream.range(0, 65)
            .mapToObj(i -> rule("p" + i, stage("risen", Follows.BEGIN, level("elevated"))))
            .toArray(PatternRule[]::new);

    assertThat(messages(many)).containsExactly("/patterns patterns holds 65 patterns");
    assertThat(messages(Arrays.copyOf(many, 64))).isEmpty();
  }

  @Test
  void itEndsWithSomethingThatComes() {
    assertThat(
            messages(
                rule(
                    "never",
                    stage("risen", Follows.BEGIN, level("elevated")),
                    stage("over", Follows.NOT_FOLLOWED_BY, turn("resolves")))))
        .containsExactly("/patterns/0/stages/1 'over' must not come, and is the last");
  }

  @Test
  void noNameIsTakenTwice() {
    assertThat(messages(rule("recovery", stage("risen", Follows.BEGIN, level("elevated")))))
        .containsExactly("/patterns/0/id 'recovery' is Groundswell's own");
    assertThat(messages(rule("removed", stage("risen", Follows.BEGIN, level("elevated")))))
        .hasSize(1);
  }

  private static List<String> messages(PatternRule... rules) {
    return OwnCheck.problems(List.of(rules)).stream().map(OwnCheckTest::message).toList();
  }

  private static String message(Problem problem) {
    return problem.path() + " " + problem.message();
  }

  private static PatternRule rule(String id, StageRule... stages) {
    return new PatternRule(
        id,
        "",
        true,
        Over.SUBJECT,
        List.of(stages),
        3_600_000,
        Skip.NONE,
        PatternRule.OnChange.FINISH);
  }

  private static StageRule stage(String name, Follows follows, Condition where) {
    return new StageRule(name, follows, where, ONCE);
  }

  private static Condition level(String... words) {
    return new Condition(new Clause(traits(What.LEVEL, words)), List.of(), Clause.EMPTY);
  }

  private static Condition turn(String word) {
    return new Condition(new Clause(traits(What.TURN, word)), List.of(), Clause.EMPTY);
  }

  private static List<Trait> calmOrWorse() {
    return traits(What.LEVEL, "calm", "elevated");
  }

  private static List<Trait> traits(What what, String... words) {
    return List.of(Trait.word(what, List.of(words)));
  }
}
