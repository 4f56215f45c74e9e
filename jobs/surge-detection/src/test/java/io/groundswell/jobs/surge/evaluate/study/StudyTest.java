package io.groundswell.jobs.surge.evaluate.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class StudyTest {
  private static final StudyResult RESULT = run(Plans.small(1L), 2);

  @Test
  void figuresDependOnTheSeedAndNotOnTheThreads() {
    assertThat(run(Plans.small(1L), 1)).isEqualTo(RESULT);
    try (Workers workers = new Workers(2, (part, done, all) -> {})) {
      assertThat(Study.shared(Plans.small(2L), workers)).isNotEqualTo(RESULT.shared());
    }
  }

  @Test
  void everyDetectorIsAskedOfEverySurge() {
    assertThat(RESULT.delays()).extracting(DelayRow::surges).containsOnly(10);
    assertThat(RESULT.delays()).hasSize(2 * 8 * Surge.KINDS.size());
    assertThat(RESULT.shared().delays()).extracting(DelayRow::surges).containsOnly(10);
    assertThat(RESULT.shared().delays()).hasSize(2 * Surge.KINDS.size());
  }

  @Test
  void nobodyBeatsTheOracleOnAverage() {
    List<DelayRow> rows = RESULT.delays();

    double oracle = missed(rows, row -> row.detector().equals(Contestant.ORACLE));
    for (DelayRow row : rows) {
      if (!row.detector().equals(Contestant.ORACLE)) {
        assertThat(missed(rows, other -> other.detector().equals(row.detector())))
            .as(row.detector())
            .isGreaterThanOrEqualTo(oracle);
      }
    }
  }

  @Test
  void largerSurgesAreSeenSooner() {
    List<DelayRow> rows = RESULT.shared().delays();

    assertThat(missed(rows, row -> row.surge().equals("x10 step")))
        .isLessThan(missed(rows, row -> row.surge().equals("x2 step")));
    assertThat(rows)
        .filteredOn(row -> row.surge().equals("x10 step") && row.rate() == 2)
        .singleElement()
        .satisfies(row -> assertThat(row.median()).isBetween(1.0, 10.0));
  }

  @Test
  void falseAlarmsAreCountedByPeriod() {
    List<CalmRow> rows = RESULT.calm();

    assertThat(rows).hasSize(3 * Period.values().length);
    for (Period period : Period.values()) {
      assertThat(observed(rows, period, 0))
          .isEqualTo(observed(rows, period, .1) + observed(rows, period, 2));
    }
    assertThat(observed(rows, Period.FIRST_WEEK, 0))
        .isEqualTo(
            observed(rows, Period.FIRST_DAY, 0) + observed(rows, Period.REST_OF_FIRST_WEEK, 0));
    assertThat(rows)
        .filteredOn(row -> row.period() == Period.LATER && row.rate() == 2)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.weeks()).isEqualTo(4);
              assertThat(row.stated()).isEqualTo(4 * 10_080 * Math.exp(-8));
            });
  }

  @Test
  void streamsOfSeveralSeedsAreTakenTogether() {
    try (Workers workers = new Workers(2, (part, done, all) -> {})) {
      StudyPlan both = Plans.small(1L, 2L);
      List<CalmRow> calm = Study.calm(both, workers);
      List<CalmRow> second = Study.calm(Plans.small(2L), workers);
      for (int i = 0; i < calm.size(); i++) {
        assertThat(calm.get(i).observed())
            .isEqualTo(RESULT.calm().get(i).observed() + second.get(i).observed());
        assertThat(calm.get(i).weeks()).isEqualTo(2 * second.get(i).weeks());
      }
      assertThat(Study.shared(both, workers).delays())
          .extracting(DelayRow::surges)
          .containsOnly(20);
    }
  }

  @Test
  void falseIncidentsOfAllThatShareAreStatedAtOneAWeek() {
    assertThat(RESULT.shared().allClasses())
        .filteredOn(row -> row.period() == Period.WHOLE)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.weeks()).isEqualTo(2 * 10 * 6);
              assertThat(row.stated()).isCloseTo(row.weeks() / 168, within(1e-9));
              assertThat(row.observed()).isBetween(0L, 10L);
            });
  }

  @Test
  void thePageHasEveryPartAndOursIsThick() {
    assertThat(new StudyPage(RESULT).html())
        .containsSubsequence(
            "on generated streams",
            "seed 1",
            "False alarms, stated and observed",
            "<svg",
            "168 subjects share",
            "not reached",
            "How soon surges are seen",
            "class=\"thick\"",
            ">as published<",
            ">groundswell<",
            "How it is measured");
  }

  @Test
  void theFilesSayTheSame() throws Exception {
    StudyResult result = RESULT;

    assertThat(StudyCsv.curves(result))
        .hasSize(1 + result.delays().size() + result.shared().delays().size());
    assertThat(StudyCsv.calm(result.calm())).hasSize(1 + result.calm().size());
    assertThat(StudyCsv.changes(result.changes())).hasSize(1 + result.changes().size());
    JsonNode json = new ObjectMapper().readTree(StudyJson.text(result));
    assertThat(json.get("changes")).hasSize(result.changes().size());
    assertThat(json.get("delays")).hasSize(result.delays().size());
    assertThat(json.at("/plan/seeds/0").asLong()).isEqualTo(1);
    assertThat(StudyText.lines(result)).anyMatch(line -> line.startsWith("groundswell "));
  }

  private static StudyResult run(StudyPlan plan, int threads) {
    try (Workers workers = new Workers(threads, (part, done, all) -> {})) {
      return new StudyResult(
          plan,
          Study.calm(plan, workers),
          Study.delays(plan, workers),
          Study.shared(plan, workers),
          Study.changes(plan, workers));
    }
  }

  private static double missed(List<DelayRow> rows, Predicate<DelayRow> which) {
    return rows.stream().filter(which).mapToDouble(DelayRow::missed).average().orElseThrow();
  }

  private static long observed(List<CalmRow> rows, Period period, double rate) {
    return rows.stream()
        .filter(row -> row.period() == period && row.rate() == rate)
        .mapToLong(CalmRow::observed)
        .sum();
  }
}
