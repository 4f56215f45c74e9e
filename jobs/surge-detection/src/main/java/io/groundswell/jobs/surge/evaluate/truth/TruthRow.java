package io.groundswell.jobs.surge.evaluate.truth;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known to have happened, or not to have happened.
 *
 * @param id names it in reports
 * @param subjects keys of the subjects that show it, the foremost first
 * @param from when it began, epoch milliseconds
 * @param until until when an incident counts for it, inclusive
 * @param expect what is asked of the job
 * @param note what it was, for people; may be empty
 * @param officialAt when the company's own bug, status post or ticket came, epoch milliseconds;
 *     null where nobody knows
 */
public record TruthRow(
    String id,
    List<KeyPattern> subjects,
    long from,
    long until,
    Expect expect,
    String note,
    @Nullable Long officialAt) {

  /** Whether a subject is one of those that show it. */
  public boolean covers(String key) {
    return subjects.stream().anyMatch(pattern -> pattern.matches(key));
  }

  /** Whether a moment lies in its period. */
  public boolean holds(long time) {
    return from <= time && time <= until;
  }

  /** Whether it explains incidents: {@code must} and {@code may} do. */
  public boolean explains() {
    return expect != Expect.NEVER;
  }

  /** The subjects as they were written. */
  public String subjectsText() {
    return subjects.stream().map(KeyPattern::toString).collect(Collectors.joining(";"));
  }
}
