package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Complaints of a test's story, which begins on a Saturday at 01:00Z. */
final class Mentions {
  static final long START = Instant.parse("2019-05-04T01:00:00Z").toEpochMilli();
  static final long WIDTH = Duration.ofMinutes(1).toMillis();

  static final ArrivalRule RULE = new ArrivalRule(WIDTH, Duration.ofMinutes(5).toMillis());

  private Mentions() {}

  /** A moment after the story's start: {@code 48:00:30} is hours, minutes and seconds. */
  static long at(String clock) {
    String[] parts = clock.split(":", -1);
    return START
        + Duration.ofHours(Long.parseLong(parts[0])).toMillis()
        + Duration.ofMinutes(Long.parseLong(parts[1])).toMillis()
        + Duration.ofSeconds(Long.parseLong(parts[2])).toMillis();
  }

  /** The watermark that closes the bucket before a moment. */
  static long closing(String clock) {
    return at(clock) - 1;
  }

  /** Copy number {@code record} of complaint {@code identity}. */
  static Mention mention(String clock, long identity, long record) {
    return new Mention(
        at(clock),
        ArrivalRule.NONE_CLOSED,
        identity,
        record,
        identity,
        "x",
        List.of("firefox"),
        List.of());
  }

  /** A volume without who complained. */
  static Volume counts(Volume volume) {
    return new Volume(
        volume.subject(),
        volume.start(),
        volume.observed(),
        volume.posts(),
        volume.backlog(),
        volume.late(),
        volume.origins());
  }

  /** What an author says of some subjects. */
  static Mention by(long author, String clock, String... subjects) {
    long identity = author * 1_000_003 + at(clock);
    return new Mention(
        at(clock), ArrivalRule.NONE_CLOSED, identity, 0, author, "x", List.of(subjects), List.of());
  }

  /** The same, arriving when every bucket before a moment has closed. */
  static Mention arriving(String clock, Mention mention) {
    return new Mention(
        mention.createdAt(),
        closing(clock),
        mention.identity(),
        mention.record(),
        mention.author(),
        mention.source(),
        mention.subjects(),
        mention.unknown());
  }
}
