package io.groundswell.jobs.surge.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Volume;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LearnSeasonsTest {
  private static final long MONDAY = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

  private KeyedOneInputStreamOperatorTestHarness<String, Volume, Notice> learnSeasons;

  @BeforeEach
  void begin() throws Exception {
    learnSeasons =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new LearnSeasons()), Volume::subject, Types.STRING);
    learnSeasons.open();
  }

  @AfterEach
  void close() throws Exception {
    learnSeasons.close();
  }

  @Test
  void fromTheThirdDayOnTheSeasonIsSaidAtMidnight() throws Exception {
    for (int day = 0; day < 5; day++) {
      complain(day);
      turnTo(day + 1);
    }

    assertThat(seasons())
        .extracting(ParentSeason::day)
        .containsExactly(dayAfter(3), dayAfter(4), dayAfter(5));
    assertThat(seasons().get(2).hours()[12]).isGreaterThan(2);
    assertThat(seasons().get(2).hours()[3]).isLessThan(.7f);
  }

  @Test
  void aLeapOverDaysSaysWhatDayByDaySays() throws Exception {
    for (int day = 0; day < 5; day++) {
      complain(day);
    }
    turnTo(5);

    assertThat(seasons()).hasSize(3);
    assertThat(seasons().get(0).hours()[12]).isGreaterThan(1);
  }

  @Test
  void theEndOfTheInputSaysNothing() throws Exception {
    for (int day = 0; day < 5; day++) {
      complain(day);
    }
    learnSeasons.processWatermark(Long.MAX_VALUE);

    assertThat(seasons()).isEmpty();
  }

  /** Sixty people at noon, one minute after the other. */
  private void complain(int day) throws Exception {
    for (int minute = 0; minute < 60; minute++) {
      long start = MONDAY + day * Buckets.DAY + 12 * Buckets.HOUR + minute * 60_000L;
      learnSeasons.processElement(new Volume("firefox", start, 1, 1), start + 59_999);
    }
  }

  private void turnTo(int day) throws Exception {
    learnSeasons.processWatermark(MONDAY + day * Buckets.DAY - 1);
  }

  private static int dayAfter(int days) {
    return Buckets.day(MONDAY) + days;
  }

  private List<ParentSeason> seasons() {
    return learnSeasons.extractOutputValues().stream().map(Notice::season).toList();
  }
}
