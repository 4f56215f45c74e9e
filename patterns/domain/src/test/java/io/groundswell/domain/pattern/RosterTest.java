package io.groundswell.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.pattern.PatternRule.OnChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version reads which bucket. Moments are plain numbers; the window is 100. */
class RosterTest {

  @Test
  void theFirstSetIsThereFromTheBeginning() {
    Roster roster = Roster.of(PatternSet.always(List.of(rule("one", 1))));

    assertThat(roster.tenures())
        .singleElement()
        .satisfies(
            tenure -> {
              assertThat(tenure.begins(Long.MIN_VALUE + 1)).isTrue();
              assertThat(tenure.begins(Long.MAX_VALUE)).isTrue();
            });
  }

  @Test
  void aChangeTakesBucketsThatEndAfterIt() {
    Roster roster =
        Roster.of(PatternSet.always(List.of(rule("one", 1)))).with(set(1000, rule("one", 2)));

    Tenure old = roster.tenures().get(0);
    Tenure now = roster.tenures().get(1);
    assertThat(old.begins(1000)).isTrue();
    assertThat(old.begins(1001)).isFalse();
    assertThat(old.reads(1100)).isTrue();
    assertThat(old.reads(1101)).isFalse();
    assertThat(now.reads(1000)).isFalse();
    assertThat(now.begins(1001)).isTrue();
    assertThat(roster.find("one", 1000)).contains(now);
    assertThat(roster.find("one", 999)).isEmpty();
  }

  @Test
  void whatSaysTheSameGoesOn() {
    PatternRule rule = rule("one", 1);
    PatternRule reworded =
        new PatternRule(
            "one", "Else.", true, Over.SUBJECT, rule.stages(), 100, Skip.NONE, OnChange.DROP);
    Roster roster = Roster.of(PatternSet.always(List.of(rule)));

    assertThat(roster.with(set(1000, reworded)).tenures()).isEqualTo(roster.tenures());
  }

  @Test
  void whatIsDisabledIsDropped() {
    PatternRule rule = rule("one", 1);
    PatternRule off =
        new PatternRule(
            "one", "", false, Over.SUBJECT, rule.stages(), 100, Skip.NONE, OnChange.FINISH);
    Roster roster =
        Roster.of(PatternSet.always(List.of(rule)))
            .with(set(1000, rule("one", 2)))
            .with(set(1050, off));

    assertThat(roster.tenures()).hasSize(2).noneMatch(tenure -> tenure.reads(1051));
    assertThat(roster.tenures()).allMatch(tenure -> tenure.reads(1050));
  }

  @Test
  void twoOldVersionsFinish() {
    Roster roster = Roster.of(PatternSet.always(List.of(rule("one", 1))));
    for (int version = 2; version <= 5; version++) {
      roster = roster.with(set(1000 + version, rule("one", version)));
    }

    assertThat(roster.tenures().stream().filter(tenure -> tenure.reads(1006)))
        .extracting(Tenure::since)
        .containsExactly(1003L, 1004L, 1005L);
  }

  @Test
  void setsComeInTheirOrder() {
    Roster roster = Roster.of(PatternSet.always(List.of(rule("one", 1)))).with(set(1000));

    assertThat(roster.isPast(set(999))).isTrue();
    assertThat(roster.with(set(999, rule("one", 2)))).isSameAs(roster);
    assertThat(roster.isPast(set(1000))).isFalse();
    assertThat(roster.with(set(1000, rule("one", 2))).find("one", 1000)).isPresent();
  }

  @Test
  void theLastOfOneMomentDecides() {
    Roster roster =
        Roster.of(PatternSet.always(List.of()))
            .with(set(1000, rule("one", 1)))
            .with(set(1000, rule("one", 2)));

    assertThat(roster.tenures())
        .singleElement()
        .satisfies(tenure -> assertThat(tenure.rule()).isEqualTo(rule("one", 2)));
  }

  @Test
  void itGrowsWithNoNumberOfChanges() {
    Roster roster = Roster.of(PatternSet.always(List.of(rule("one", 1))));
    long longest = PatternCheck.LONGEST.toMillis();
    for (int i = 1; i <= 500; i++) {
      roster = roster.with(set(i * longest / 4, rule("one", i), rule("p" + i, 1)));
    }

    assertThat(roster.tenures().stream().filter(each -> each.rule().id().equals("one")).count())
        .isLessThanOrEqualTo(Roster.KNOWN);
    assertThat(roster.tenures().stream().map(each -> each.rule().id()).distinct().count())
        .isLessThan(10);
  }

  private static PatternSet set(long at, PatternRule... rules) {
    return new PatternSet(at, List.of(rules));
  }

  private static PatternRule rule(String id, int least) {
    Trait trait = Trait.number(What.OBSERVED, Range.atLeast(least));
    Condition where = new Condition(new Clause(List.of(trait)), List.of(), Clause.EMPTY);
    StageRule stage = new StageRule("a", Follows.BEGIN, where, HowOften.ONCE);
    return new PatternRule(
        id, "", true, Over.SUBJECT, List.of(stage), 100, Skip.NONE, OnChange.FINISH);
  }
}
