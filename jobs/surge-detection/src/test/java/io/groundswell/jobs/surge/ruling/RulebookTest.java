package io.groundswell.jobs.surge.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds when. */
class RulebookTest {
  private static final Rules FIRST = Rules.of(Runs.CATALOGUE, Policy.defaults());
  private final Rulebook book = new Rulebook(FIRST);

  @Test
  void eachKindHoldsForItself() {
    book.add(ruling(RuleKind.CATALOGUE, 1, 100, "products: [{id: new}]"));
    book.add(ruling(RuleKind.POLICY, 1, 200, "min_authors: 9"));

    assertThat(book.at(100)).isSameAs(FIRST);
    assertThat(book.at(101).catalogue().products()).extracting(p -> p.id()).containsExactly("new");
    assertThat(book.at(101).policy()).isEqualTo(FIRST.policy());
    assertThat(book.at(201).catalogue()).isEqualTo(book.at(101).catalogue());
    assertThat(book.at(201).policy().minAuthors()).isEqualTo(9);
    assertThat(book.at(201)).as("built once").isSameAs(book.at(300));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLICY | bucket: 5m | policy 1:1: bucket stays 1m while a job runs; write it as it was",
        "POLICY | lateness: 30s | lateness stays 15s while a job runs",
        "POLICY | late_evidence: 1h | late_evidence stays 5m while a job runs",
        "POLICY | reopen_within: 3h | reopen_within stays 2h while a job runs",
        "POLICY | budget_after_changes: 0 | budget_after_changes stays 0.1 while a job runs",
        "POLICY | min_author: 3 | unknown key 'min_author'",
        "MODEL | bm8gd2VpZ2h0cw== | model 1: holds no weights; give a file that",
        "MODEL | {no base 64} | model 1: holds no weights; give a file that",
        "CATALOGUE | products: [] | no products",
        "CATALOGUE | {products: [{id: a}], regions: [{id: emea, members: [DE]}]} | own regions stay while a job runs",
      })
  void whatCannotHoldIsRefusedWithItsLine(RuleKind kind, String content, String message) {
    assertThatThrownBy(() -> book.add(ruling(kind, 1, 0, content)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
    assertThat(book.at(1)).isSameAs(FIRST);
  }

  @Test
  void whatIsFixedIsRuledByNobody() {
    Rulebook fixed = new Rulebook(FIRST.whateverIsRuled());
    fixed.add(ruling(RuleKind.POLICY, 1, 0, "min_authors: 9"));

    assertThat(fixed.at(100).policy()).isEqualTo(FIRST.policy());
  }

  @Test
  void aJobThatBeginsWithOtherBucketsGoesOnWithoutWhatNoLongerFits() {
    Rules wider =
        FIRST.with(
            Runs.CATALOGUE, Policy.builder().bucket(Duration.ofMinutes(5)).build(), List.of());
    Rulebook again = new Rulebook(wider);
    again.know(
        List.of(
            ruling(RuleKind.CATALOGUE, 2, 100, "products: [{id: new}]"),
            ruling(RuleKind.POLICY, 3, 100, "min_authors: 9"),
            ruling(RuleKind.CATALOGUE, 2, 100, "products: [{id: new}]")));

    assertThat(again.at(200).policy()).isEqualTo(wider.policy());
    assertThat(again.at(200).catalogue().products()).extracting(p -> p.id()).containsExactly("new");
  }

  @Test
  void aThousandRulingsLeaveTheLast() {
    for (int i = 1; i <= 1000; i++) {
      book.add(ruling(RuleKind.POLICY, i, 3_600L * i, "min_authors: " + i));
      book.forget(3_600L * i - 15_000);
    }

    assertThat(book.rulings()).as("as many as fall into a lateness").hasSizeLessThan(8);
    assertThat(book.at(3_600_001).policy().minAuthors()).isEqualTo(1000);
  }

  private static Ruling ruling(RuleKind kind, int number, long from, String content) {
    return new Ruling(kind, number, from, content, "ann", "because");
  }
}
