package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.evaluate.truth.Volumes.Bucket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An invented truth and what a job told of it. Times are minutes of one made-up week. */
final class Story {
  static final long MINUTE = 60_000;
  private static final long BEGIN = 1_772_409_600_000L;
  private static final long WEEK = 7 * 24 * 60;

  private final List<TruthRow> truth = new ArrayList<>();
  private final List<ToldIncident> told = new ArrayList<>();
  private final Volumes volumes = new Volumes(MINUTE);

  Story() {
    volumes.reach(at(0));
    volumes.reach(at(WEEK - 1));
  }

  /** A minute of the week in epoch milliseconds. */
  static long at(long minute) {
    return BEGIN + minute * MINUTE;
  }

  Story row(String id, String subjects, long from, long until, Expect expect) {
    return row(id, subjects, from, until, expect, null);
  }

  Story row(
      String id, String subjects, long from, long until, Expect expect, @Nullable Long official) {
    List<KeyPattern> patterns =
        Arrays.stream(subjects.split(";", -1)).map(KeyPattern::new).toList();
    truth.add(
        new TruthRow(
            id, patterns, at(from), at(until), expect, "", official == null ? null : at(official)));
    return this;
  }

  /** An incident about a subject, opened and resolved. */
  Story told(String subject, long opened, long resolved) {
    return told(subject, update("opened", opened), update("resolved", resolved));
  }

  Story told(String subject, ToldUpdate... updates) {
    return told("surge", subject, updates);
  }

  Story told(String kind, String subject, ToldUpdate... updates) {
    String id = subject + "#" + told.size();
    long detected = updates[0].at();
    told.add(new ToldIncident(id, kind, subject, "SEV3", "it broke", detected, List.of(updates)));
    return this;
  }

  static ToldUpdate update(String status, long minute, String... members) {
    return new ToldUpdate(status, at(minute), Set.of(members));
  }

  /** Posts about a subject, each given by its minute. */
  Story posts(String subject, long... minutes) {
    for (long minute : minutes) {
      volumes.add(subject, new Bucket(at(minute), 1, 1, .1, 5, "calm"));
    }
    return this;
  }

  Volumes volumes() {
    return volumes;
  }

  Evaluation evaluate() {
    return new Judge(truth, told, volumes).evaluate();
  }

  RowVerdict row(String id) {
    return evaluate().rows().stream()
        .filter(verdict -> verdict.row().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
