package io.groundswell.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Support that is closed at night opens with a rush every morning. */
class QueueDaysTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;
  private static final long OPENING = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();

  private final QueueDays days = new QueueDays();

  @Test
  void onTheFirstDayThereIsNothingToCompareWith() {
    rush(0, 20);

    assertThat(isUnusualAt(0)).isTrue();
  }

  @Test
  void theSameRushOnTheNextDayIsNone() {
    rush(0, 20);
    rush(1, 28);
    assertThat(isUnusualAt(1)).isFalse();

    days.add(OPENING + DAY + 20 * MINUTE, 10);
    assertThat(isUnusualAt(1)).isTrue();
  }

  @Test
  void oneDayOfManyCallsDoesNotHideTheNext() {
    rush(0, 20);
    rush(1, 22);
    rush(2, 200);
    rush(3, 21);
    assertThat(isUnusualAt(3)).isFalse();

    days.add(OPENING + 3 * DAY + MINUTE, 60);
    assertThat(isUnusualAt(3)).isTrue();
  }

  @Test
  void whereNobodyCallsAtThisHourAnyContactIsUnusual() {
    rush(0, 20);
    days.add(OPENING + DAY - 5 * 60 * MINUTE, 1);

    assertThat(days.isUnusual(OPENING + DAY - 5 * 60 * MINUTE + MINUTE)).isTrue();
  }

  @Test
  void aSurgeThatCountsMuchLaterBeginsWithItsHalfHour() {
    days.waitingSince = OPENING;

    assertThat(days.onset(OPENING + 50 * MINUTE)).isEqualTo(OPENING);
    assertThat(days.onset(OPENING + 65 * MINUTE)).isEqualTo(OPENING + 60 * MINUTE);
  }

  @Test
  void aLimitedPastIsRemembered() {
    for (int day = 0; day < 40; day++) {
      for (int halfHour = 0; halfHour < 48; halfHour++) {
        days.add(OPENING + DAY * day + 30 * MINUTE * halfHour, 3);
      }
    }

    assertThat(days.slots).hasSize(QueueDays.REMEMBERED_DAYS * 48 + 1);
    assertThat(days.counts).hasSameSizeAs(days.slots);
  }

  private void rush(int day, int contacts) {
    for (int i = 0; i < contacts; i++) {
      days.add(OPENING + DAY * day + MINUTE * (i % 20), 1);
    }
  }

  private boolean isUnusualAt(int day) {
    return days.isUnusual(OPENING + DAY * day + 20 * MINUTE);
  }
}
