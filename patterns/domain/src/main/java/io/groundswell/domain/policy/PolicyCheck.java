package io.groundswell.domain.policy;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds what lies outside its range. */
final class PolicyCheck {
  private final Policy policy;
  private final List<Problem> problems = new ArrayList<>();

  PolicyCheck(Policy policy) {
    this.policy = policy;
  }

  List<Problem> problems() {
    number("/false_incidents_per_week", policy.falseIncidentsPerWeek(), 0.01, 1000);
    bucket();
    duration("/lateness", policy.lateness(), "0s", Duration.ZERO, "1h", Duration.ofHours(1));
    Duration memory = Duration.ofDays(2);
    duration("/late_evidence", policy.lateEvidence(), "0s", Duration.ZERO, "48h", memory);
    authors("/min_authors", policy.minAuthors());
    Duration week = Duration.ofDays(7);
    duration("/resolve_after", policy.resolveAfter(), "1m", Duration.ofMinutes(1), "7d", week);
    duration("/reopen_within", policy.reopenWithin(), "0s", Duration.ZERO, "7d", week);
    duration("/listen_first", policy.listenFirst(), "0s", Duration.ZERO, "1h", Duration.ofHours(1));
    number("/budget_after_changes", policy.budgetAfterChanges(), 0, 0.5);
    number("/complaint/directed", policy.complaintDirected(), 0, 1);
    number("/complaint/open", policy.complaintOpen(), 0, 1);
    patterns();
    overrides();
    mutes();
    return List.copyOf(problems);
  }

  private void number(String path, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      outside(path, String.valueOf(value), plain(least) + " to " + plain(most));
    }
  }

  private void authors(String path, int value) {
    if (value < 1 || value > 1000) {
      outside(path, String.valueOf(value), "1 to 1000");
    }
  }

  private void bucket() {
    long millis = policy.bucket().toMillis();
    if (millis < 10_000 || millis > 3_600_000 || 3_600_000 % millis != 0) {
      String range = "10s to 1h that divides an hour, such as 10s, 1m, 5m or 1h";
      outside("/bucket", text(policy.bucket()), range);
    }
  }

  private void duration(
      String path,
      Duration value,
      String leastText,
      Duration least,
      String mostText,
      Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      outside(path, text(value), leastText + " to " + mostText);
    }
  }

  private void patterns() {
    for (String pattern : policy.patterns()) {
      if (!PatternId.ALL.contains(pattern)) {
        String message = "unknown pattern '" + pattern + "'";
        problems.add(
            Problem.at("/patterns/" + pattern, message, Nearest.hint(pattern, PatternId.ALL)));
      }
    }
  }

  private void overrides() {
    for (int i = 0; i < policy.overrides().size(); i++) {
      Integer own = policy.overrides().get(i).minAuthors();
      if (own != null) {
        authors("/overrides/" + i + "/min_authors", own);
      }
    }
  }

  private void mutes() {
    for (int i = 0; i < policy.mutes().size(); i++) {
      double factor = policy.mutes().get(i).factor();
      number("/mutes/" + i + "/factor", factor, Mute.LEAST_FACTOR, Mute.MOST_FACTOR);
    }
  }

  private void outside(String path, String value, String range) {
    String key = path.substring(path.lastIndexOf('/') + 1);
    problems.add(Problem.at(path, key + " is " + value, "use " + range));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** As the user writes it: 90s, 30m, 1h, 2d. */
  private static String text(Duration value) {
    long seconds = value.toSeconds();
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
  }
}
