package io.groundswell.jobs.surge.evaluate.truth;

import java.util.Set;

/**
 * One update of an incident, as the job wrote it.
 *
 * @param status {@code opened}, {@code updated}, {@code resolved} …
 * @param at when, epoch milliseconds
 * @param members keys of the subjects in its blast radius
 * @param grounds on which it was told
 */
public record ToldUpdate(String status, long at, Set<String> members, Grounds grounds) {

  /** An update that does not say on which grounds. */
  public ToldUpdate(String status, long at, Set<String> members) {
    this(status, at, members, Grounds.UNKNOWN);
  }

  /** Whether it calls people: an incident has begun, or begun again. */
  public boolean isAlarm() {
    return "opened".equals(status) || "reopened".equals(status);
  }

  /** Whether the incident is over with it. */
  public boolean isEnd() {
    return "resolved".equals(status);
  }
}
