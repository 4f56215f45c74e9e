package io.groundswell.domain.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.volume.Arrival.Standing;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalRuleTest {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final long MEMORY = ArrivalRule.MEMORY_HOURS * Buckets.HOUR;

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:30:00Z, 2026-03-02T10:30:00Z, IN_TIME",
    "2026-03-02T10:34:59Z, 2026-03-02T10:34:00Z, IN_TIME",
    "2026-03-02T10:29:59Z, 2026-03-02T10:30:00Z, LATE",
    "2026-03-02T10:25:00Z, 2026-03-02T10:30:00Z, LATE",
    "2026-03-02T10:24:59Z, 2026-03-02T10:30:00Z, TOTALS_ONLY",
    "2026-02-28T10:00:00Z, 2026-03-02T10:30:00Z, TOTALS_ONLY",
    "2026-02-28T09:59:59Z, 2026-03-02T10:30:00Z, DROPPED",
  })
  void atHalfPastTenWithFiveMinutesOfLateEvidence(Instant created, Instant bucket, Standing how) {
    long closed = Instant.parse("2026-03-02T10:30:00Z").toEpochMilli() - 1;

    Arrival arrival = new ArrivalRule(MINUTE, 5 * MINUTE).of(created.toEpochMilli(), closed);

    assertThat(arrival).isEqualTo(new Arrival(bucket.toEpochMilli(), how));
  }

  @Property
  void nothingIsLateWhereNothingHasClosed(
      @ForAll("rules") ArrivalRule rule, @ForAll("times") long created) {
    Arrival arrival = rule.of(created, ArrivalRule.NONE_CLOSED);

    assertThat(arrival.start()).isEqualTo(Buckets.start(created, rule.width()));
    assertThat(arrival.standing()).isEqualTo(Standing.IN_TIME);
  }

  @Property
  void itNeverCountsInABucketThatHasClosed(
      @ForAll("rules") ArrivalRule rule, @ForAll("times") long created, @ForAll("times") long any) {
    long closed = Buckets.start(any, rule.width()) - 1;

    Arrival arrival = rule.of(created, closed);

    assertThat(arrival.start())
        .isGreaterThan(closed)
        .isEqualTo(Math.max(bucket(rule, created), bucket(rule, any)));
    assertThat(arrival.standing() == Standing.IN_TIME).isEqualTo(created > closed);
    assertThat(arrival.late() || arrival.dropped()).isEqualTo(created <= closed);
  }

  @Property
  void onlyWhatIsYoungEnoughIsEvidence(
      @ForAll("rules") ArrivalRule rule, @ForAll("times") long created, @ForAll("times") long any) {
    long closed = Buckets.start(any, rule.width()) - 1;

    boolean evidence = rule.of(created, closed).evidence();

    assertThat(evidence).isEqualTo(closed + 1 - created <= rule.lateEvidence() || created > closed);
  }

  @Property
  void whatIsUpTo48HoursOldIsNeverDroppedAndWhatIsAnHourOlderAlwaysIs(
      @ForAll("rules") ArrivalRule rule, @ForAll("times") long created, @ForAll("times") long any) {
    long closed = Buckets.start(any, rule.width()) - 1;
    long age = closed + 1 - created;

    boolean dropped = rule.of(created, closed).dropped();

    if (age <= MEMORY) {
      assertThat(dropped).isFalse();
    }
    if (age >= MEMORY + Buckets.HOUR) {
      assertThat(dropped).isTrue();
    }
  }

  /** The later it arrives, the less it counts for, and never in an earlier bucket. */
  @Property
  void waitingNeverMakesItCountForMore(
      @ForAll("rules") ArrivalRule rule,
      @ForAll("times") long created,
      @ForAll("times") long closed,
      @ForAll @LongRange(max = 400_000_000) long wait) {
    Arrival sooner = rule.of(created, closed);
    Arrival later = rule.of(created, closed + wait);

    assertThat(later.start()).isGreaterThanOrEqualTo(sooner.start());
    assertThat(later.standing()).isGreaterThanOrEqualTo(sooner.standing());
  }

  private static long bucket(ArrivalRule rule, long time) {
    return Buckets.start(time, rule.width());
  }

  /** Times of some three days, so that every standing is met. */
  @Provide
  Arbitrary<Long> times() {
    return Arbitraries.longs().between(BEGIN, BEGIN + 3 * Buckets.DAY);
  }

  @Provide
  Arbitrary<ArrivalRule> rules() {
    return Combinators.combine(
            Arbitraries.of(10_000L, MINUTE, 5 * MINUTE, Buckets.HOUR),
            Arbitraries.of(0L, MINUTE, 5 * MINUTE, Buckets.HOUR, MEMORY))
        .as(ArrivalRule::new);
  }
}
