package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.domain.post.Hash64;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product of a run, and who comes beside the people who usually complain about it. Trials of one
 * seed have the same usual complaints, so that only the crowd makes the difference.
 *
 * @param product its id
 * @param kind how the brigade's texts are made; null where there is no brigade
 * @param template which of the kind's templates, from 0
 * @param scripted authors of the brigade
 * @param people who complain in their own words, as in an outage
 * @param length how long both post
 * @param seed of the usual complaints, of the texts, and of the minute in which it begins
 */
public record Trial(
    String product,
    @Nullable BrigadeKind kind,
    int template,
    int scripted,
    int people,
    Duration length,
    long seed) {
  /** When the usual complaints begin; a Monday. */
  public static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

  /** When all of it ends. */
  public static final Instant END = BEGIN.plus(Duration.ofHours(8 * 24 + 15));

  /** From the second week on evidence is calibrated, and about now its usual level is the mean. */
  private static final Instant NOON = BEGIN.plus(Duration.ofHours(8 * 24 + 11));

  private static final Duration WATCHED = Duration.ofHours(2);

  /** What people call a crowd without a brigade. */
  public static final String PEOPLE = "people";

  /** Who comes, for people and files. */
  public String what() {
    return kind == null ? PEOPLE : kind.label();
  }

  /** Whether nobody comes: what opens here opens by chance. */
  public boolean control() {
    return scripted + people == 0;
  }

  /** How many come. */
  public int size() {
    return scripted + people;
  }

  /** When they begin: at any minute of the hour. */
  public Instant from() {
    return NOON.plus(Duration.ofMinutes(Math.floorMod(Hash64.of("start", "" + seed), 60)));
  }

  /** Whether an incident of this moment counts as theirs. */
  public boolean holds(long time) {
    long since = time - from().toEpochMilli();
    return since >= 0 && since <= WATCHED.toMillis();
  }
}
