package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;
import java.util.List;

/**
 * The parts of a study. The same plan gives the same result on any number of threads, and each part
 * the same as without the others.
 */
public final class Study {
  private Study() {}

  /** False alarms of Groundswell's incidents, stated and observed. */
  public static List<CalmRow> calm(StudyPlan plan, Workers workers) {
    return new CalmStudy(
            plan, Purpose.CALM, plan.thresholds(), plan.calmStreams(), plan.calmWeeks())
        .run(workers);
  }

  /** Delays of all detectors at the same rates of false alarms. */
  public static List<DelayRow> delays(StudyPlan plan, Workers workers) {
    return new DelayStudy(plan).compare(workers);
  }

  /** False incidents and delays where changes are known, beside the same where they are not. */
  public static List<ChangeRow> changes(StudyPlan plan, Workers workers) {
    return new ChangeStudy(plan).run(workers);
  }

  /** Groundswell's incidents where 168 subjects share one false incident a week. */
  public static SharedBudget shared(StudyPlan plan, Workers workers) {
    return new DelayStudy(plan).share(workers);
  }
}
