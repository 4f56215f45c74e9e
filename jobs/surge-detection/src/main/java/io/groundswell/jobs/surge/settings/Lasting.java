package io.groundswell.jobs.surge.settings;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What stays for as long as a job runs, since what it remembers depends on it. */
final class Lasting {
  private static final String REMEDY =
      "write it as it was, or stop the job and start it with this file";

  private Lasting() {}

  /** What of a catalogue is not as in the one that a job began with. */
  static List<Problem> problems(Catalogue catalogue, Catalogue first) {
    return catalogue.regions().equals(first.regions())
        ? List.of()
        : List.of(Problem.at("/regions", "own regions stay while a job runs", REMEDY));
  }

  /** What of a policy is not as in the one that a job began with. */
  static List<Problem> problems(Policy policy, Policy first) {
    List<Problem> problems = new ArrayList<>();
    add(problems, "bucket", policy.bucket(), first.bucket());
    add(problems, "lateness", policy.lateness(), first.lateness());
    add(problems, "late_evidence", policy.lateEvidence(), first.lateEvidence());
    add(problems, "reopen_within", policy.reopenWithin(), first.reopenWithin());
    add(problems, "budget_after_changes", policy.budgetAfterChanges(), first.budgetAfterChanges());
    return problems;
  }

  private static void add(List<Problem> problems, String key, Object given, Object first) {
    if (!given.equals(first)) {
      String message = "%s stays %s while a job runs".formatted(key, text(first));
      problems.add(Problem.at("/" + key, message, REMEDY));
    }
  }

  private static String text(Object value) {
    return value instanceof Duration duration ? Durations.text(duration) : value.toString();
  }
}
