package io.groundswell.jobs.surge.evaluate.study;

import java.util.List;

/**
 * All that a study found.
 *
 * @param plan what was measured
 * @param calm false alarms, stated and observed
 */
public record StudyResult(StudyPlan plan, List<CalmRow> calm) {}
