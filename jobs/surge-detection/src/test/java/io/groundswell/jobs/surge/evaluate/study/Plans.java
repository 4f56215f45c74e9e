package io.groundswell.jobs.surge.evaluate.study;

import java.util.List;

/** Studies that take a second. */
final class Plans {
  private Plans() {}

  static StudyPlan small(Long... seeds) {
    return new StudyPlan(
        List.of(seeds), 60_000, List.of(.1, 2.0), List.of(8.0), 4, 2, 8, List.of(Target.WEEK), 10);
  }
}
