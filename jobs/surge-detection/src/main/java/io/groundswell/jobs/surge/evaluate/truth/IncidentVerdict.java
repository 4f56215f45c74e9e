package io.groundswell.jobs.surge.evaluate.truth;

import java.util.List;

/**
 * What an incident was.
 *
 * @param incident it
 * @param explainedBy ids of the {@code must} and {@code may} rows for which it counts
 * @param falseFor ids of the {@code never} rows for which it counts
 * @param alarms its alarms that nothing explains
 */
public record IncidentVerdict(
    ToldIncident incident, List<String> explainedBy, List<String> falseFor, List<Alarm> alarms) {

  /** Whether something that happened explains it. */
  public boolean explained() {
    return !explainedBy.isEmpty();
  }
}
