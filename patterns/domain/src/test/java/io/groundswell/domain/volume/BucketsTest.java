package io.groundswell.domain.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T10:17:42.5Z, 60000, 2026-01-05T10:17:00Z",
    "2026-01-05T10:17:00Z, 60000, 2026-01-05T10:17:00Z",
    "2026-01-05T10:17:42Z, 10000, 2026-01-05T10:17:40Z",
    "2026-01-05T10:17:42Z, 3600000, 2026-01-05T10:00:00Z",
    "1969-12-31T23:59:59.999Z, 60000, 1969-12-31T23:59:00Z",
  })
  void aMomentLiesInTheBucketThatBeganLast(Instant time, long width, Instant start) {
    assertThat(Buckets.start(time.toEpochMilli(), width)).isEqualTo(start.toEpochMilli());
  }

  @Property(tries = 200)
  void everyMomentLiesInExactlyOneBucket(
      @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long time,
      @ForAll @LongRange(min = 10_000, max = 3_600_000) long width) {
    long start = Buckets.start(time, width);

    assertThat(time).isBetween(start, Buckets.lastMoment(start, width));
    assertThat(Buckets.start(start, width)).isEqualTo(start);
    assertThat(Buckets.start(Buckets.lastMoment(start, width) + 1, width)).isEqualTo(start + width);
  }

  @Test
  void hoursAndDaysAreCountedFromTheEpochInUtc() {
    long time = Instant.parse("1970-01-03T02:59:59.999Z").toEpochMilli();

    assertThat(Buckets.hour(time)).isEqualTo(50);
    assertThat(Buckets.hour(time + 1)).isEqualTo(51);
    assertThat(Buckets.day(time)).isEqualTo(2);
    assertThat(Buckets.hour(-1)).isEqualTo(-1);
    assertThat(Buckets.day(-1)).isEqualTo(-1);
  }
}
