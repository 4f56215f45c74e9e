package io.groundswell.jobs.notification.destination;

/** What a delivery does to the alert at its destination. */
public enum Step {
  /** There was none, or it was over: now there is. */
  TRIGGER,
  /** It is known there; more can be said. */
  UPDATE,
  /** Somebody has taken it. */
  ACKNOWLEDGE,
  /** It is over. */
  RESOLVE,
  /** Nothing is new; the destination forgets alerts that it does not hear of. */
  REPEAT
}
