package io.groundswell.jobs.surge.measure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A line in the log for whatever happens to an incident, in whichever job: all of one incident are
 * found by its id, which stands in the context as {@value #INCIDENT}.
 */
public final class IncidentLog {
  /** Where a layout finds the incident's id. */
  public static final String INCIDENT = "incident";

  private static final Logger LOG = LoggerFactory.getLogger("groundswell.incidents");

  private IncidentLog() {}

  /** Says what happened; no secret, and nothing that anybody posted. */
  public static void say(String incidentId, String what) {
    with(incidentId, () -> LOG.info(what));
  }

  /** Says what should not have happened. */
  public static void warn(String incidentId, String what) {
    with(incidentId, () -> LOG.warn(what));
  }

  private static void with(String incidentId, Runnable line) {
    MDC.put(INCIDENT, incidentId);
    try {
      line.run();
    } finally {
      MDC.remove(INCIDENT);
    }
  }
}
