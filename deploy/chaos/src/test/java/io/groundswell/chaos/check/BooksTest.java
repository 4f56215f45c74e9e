package io.groundswell.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final String FIRST = row("2026-03-01T00:00:00Z", "chatter", 7);
  private static final String SECOND = row("2026-03-01T00:01:00Z", "complaints", 2);

  @Test
  void whatAReplayGivesTooIsRight() {
    assertThat(against(List.of(FIRST, SECOND), List.of(SECOND, FIRST), false).right()).isTrue();
  }

  @Test
  void whatIsMissingIsWrong() {
    Finding finding = against(List.of(FIRST), List.of(FIRST, SECOND), false);
    assertThat(finding.right()).isFalse();
    assertThat(finding.figures()).contains("1 are missing").contains("2026-03-01T00:01:00Z");
  }

  @Test
  void whatNoReplayGivesIsWrong() {
    assertThat(against(List.of(FIRST, SECOND), List.of(FIRST), false).right()).isFalse();
  }

  @Test
  void anotherFigureIsWrong() {
    String other = row("2026-03-01T00:00:00Z", "chatter", 8);
    Finding finding = against(List.of(FIRST), List.of(other), false);
    assertThat(finding.right()).isFalse();
    assertThat(finding.figures()).contains(FIRST).contains(other);
  }

  @Test
  void whatComesAgainIsWrongUnlessItMay() {
    List<String> twice = List.of(FIRST, FIRST);
    assertThat(against(twice, List.of(FIRST), false).right()).isFalse();
    assertThat(against(twice, List.of(FIRST), true).right()).isTrue();
  }

  @Test
  void whatContradictsItselfIsAlwaysWrong() {
    List<String> live = List.of(FIRST, row("2026-03-01T00:00:00Z", "chatter", 8));
    assertThat(against(live, List.of(FIRST), true).right()).isFalse();
  }

  @Test
  void nothingAtAllIsNotRight() {
    assertThat(against(List.of(), List.of(), false).right()).isFalse();
  }

  @Test
  void whatCameLaterIsLeftOut() {
    Books books = Books.of(List.of(FIRST, SECOND), Books.LEDGER);
    assertThat(books.until(Instant.parse("2026-03-01T00:01:00Z")).rows()).containsValue(FIRST);
    assertThat(books.until(Instant.parse("2026-03-01T00:01:00Z")).rows()).hasSize(1);
  }

  private static Finding against(List<String> live, List<String> replay, boolean mayRepeat) {
    return Books.of(live, Books.LEDGER)
        .against(Books.of(replay, Books.LEDGER), "ledger", mayRepeat);
  }

  private static String row(String minute, String outcome, int count) {
    return "{\"minute\":\"%s\",\"input\":\"posts\",\"source\":\"x\",\"outcome\":\"%s\",\"count\":%d}"
        .formatted(minute, outcome, count);
  }
}
