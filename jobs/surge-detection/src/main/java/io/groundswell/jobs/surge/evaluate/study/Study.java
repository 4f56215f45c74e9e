package io.groundswell.jobs.surge.evaluate.study;

/** Measures detectors on generated streams. */
public final class Study {
  private Study() {}

  /** Does what the plan says; the same plan gives the same result on any number of threads. */
  public static StudyResult run(StudyPlan plan, Workers workers) {
    return new StudyResult(plan, new CalmStudy(plan).run(workers));
  }
}
