package io.groundswell.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A line a minute. */
class TallyTest {
  private static final Instant BEGIN = FakeTime.BEGIN;

  @Test
  void itSaysHowManyAndHowFarBehind() {
    Tally tally = new Tally(BEGIN);
    assertThat(tally.line(BEGIN)).isEqualTo("0 records, 0 reconnects");
    for (int i = 0; i < 1234; i++) {
      tally.record(new Item(new byte[0], null, BEGIN.plusSeconds(10)));
    }
    tally.record(new Item(new byte[0], null, BEGIN));
    tally.record(new Item(new byte[0], null, null));
    tally.reconnect();
    assertThat(tally.line(BEGIN.plusSeconds(15)))
        .isEqualTo("1,236 records, 5 s behind, 1 reconnects");
  }

  @Test
  void itIsDueOnceAMinute() {
    Tally tally = new Tally(BEGIN);
    assertThat(tally.isDue(BEGIN.plusSeconds(59))).isFalse();
    assertThat(tally.isDue(BEGIN.plusSeconds(60))).isTrue();
    assertThat(tally.isDue(BEGIN.plusSeconds(119))).isFalse();
    assertThat(tally.isDue(BEGIN.plusSeconds(120))).isTrue();
  }
}
