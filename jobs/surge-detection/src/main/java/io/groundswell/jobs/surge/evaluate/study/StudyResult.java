package io.groundswell.jobs.surge.evaluate.study;

import java.util.List;

/**
 * All that a study found.
 *
 * @param plan what was measured
 * @param calm false alarms, stated and observed
 * @param delays of all detectors at the same rates of false alarms
 * @param shared Groundswell's incidents where 168 subjects share one false incident a week
 * @param changes what change events do to false incidents and delays
 */
public record StudyResult(
    StudyPlan plan,
    List<CalmRow> calm,
    List<DelayRow> delays,
    SharedBudget shared,
    List<ChangeRow> changes) {}
