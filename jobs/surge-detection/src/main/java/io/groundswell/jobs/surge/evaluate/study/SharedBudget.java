package io.groundswell.jobs.surge.evaluate.study;

import java.util.List;

/**
 * Groundswell's incidents where {@value #SUBJECTS} subjects share one false incident a week.
 *
 * @param delays how soon surges are told
 * @param alarms false incidents on the same streams without surges
 */
public record SharedBudget(List<DelayRow> delays, List<CalmRow> alarms) {
  /** Subjects that share the budget. */
  public static final int SUBJECTS = 168;

  /** Evidence from which an incident of such a subject opens. */
  static final double EVIDENCE = Math.log((double) StreamModel.MINUTES_A_WEEK * SUBJECTS);

  /** Not measured. */
  public static SharedBudget none() {
    return new SharedBudget(List.of(), List.of());
  }

  /** False incidents of all classes, by period. */
  public List<CalmRow> allClasses() {
    return alarms.stream().filter(CalmRow::ofAllClasses).toList();
  }
}
