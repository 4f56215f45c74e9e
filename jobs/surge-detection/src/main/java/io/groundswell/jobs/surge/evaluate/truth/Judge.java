package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.evaluate.truth.Volumes.Bucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Judges what a job told by what is known to have happened. */
public final class Judge {
  private static final double MINUTE = 60_000;

  private final List<TruthRow> truth;
  private final List<ToldIncident> surges;
  private final List<ToldIncident> others;
  private final Volumes volumes;

  /**
   * Holds the two against each other.
   *
   * @param told all incidents, of any kind
   */
  public Judge(List<TruthRow> truth, List<ToldIncident> told, Volumes volumes) {
    this.truth = truth;
    this.surges = told.stream().filter(ToldIncident::isSurge).toList();
    this.others = told.stream().filter(incident -> !incident.isSurge()).toList();
    this.volumes = volumes;
  }

  /** The judgement. */
  public Evaluation evaluate() {
    return new Evaluation(
        truth.stream().map(this::row).toList(),
        surges.stream().map(this::incident).toList(),
        others,
        volumes.begin(),
        volumes.end(),
        inAlert(whole()),
        inAlert(outside()));
  }

  private RowVerdict row(TruthRow row) {
    List<Catch> caught = new ArrayList<>();
    for (ToldIncident incident : surges) {
      OptionalLong at = counts(incident, row);
      if (at.isPresent()) {
        caught.add(new Catch(incident, at.getAsLong()));
      }
    }
    caught.sort(Comparator.comparingLong(Catch::at));
    String subject = followed(row, caught).orElse(null);
    boolean inInput = row.from() < volumes.end() && row.until() >= volumes.begin();
    long posts = subject == null ? 0 : volumes.posts(subject, row.from(), row.until());
    return new RowVerdict(
        row, List.copyOf(caught), subject, posts, afterPost(row, caught, subject), inInput);
  }

  /** When an incident first counts for a row, if it does. */
  private static OptionalLong counts(ToldIncident incident, TruthRow row) {
    LongStream own =
        row.covers(incident.subject()) && row.holds(incident.detectedAt())
            ? LongStream.of(incident.detectedAt())
            : LongStream.empty();
    LongStream byMember =
        incident.updates().stream()
            .filter(update -> row.holds(update.at()))
            .filter(update -> update.members().stream().anyMatch(row::covers))
            .mapToLong(ToldUpdate::at);
    return LongStream.concat(own, byMember).min();
  }

  private Optional<String> followed(TruthRow row, List<Catch> caught) {
    if (!caught.isEmpty() && row.covers(caught.get(0).incident().subject())) {
      return Optional.of(caught.get(0).incident().subject());
    }
    return row.subjects().stream().flatMap(pattern -> busiest(row, pattern).stream()).findFirst();
  }

  /** Of the subjects that a pattern names, the one with the most complaints in the period. */
  private Optional<String> busiest(TruthRow row, KeyPattern pattern) {
    return volumes.subjects().stream()
        .filter(pattern::matches)
        .filter(key -> volumes.posts(key, row.from(), row.until()) > 0)
        .max(
            Comparator.<String>comparingLong(key -> volumes.posts(key, row.from(), row.until()))
                .thenComparing(Comparator.reverseOrder()));
  }

  private List<Double> afterPost(TruthRow row, List<Catch> caught, @Nullable String subject) {
    List<Double> minutes = new ArrayList<>();
    if (caught.isEmpty() || subject == null) {
      return minutes;
    }
    for (Bucket bucket : volumes.of(subject, row.from(), row.until())) {
      double delay = (caught.get(0).at() - (bucket.start() + volumes.width())) / MINUTE;
      for (int i = 0; i < bucket.posts() && minutes.size() < RowVerdict.MOST_POSTS; i++) {
        minutes.add(delay);
      }
    }
    return List.copyOf(minutes);
  }

  private IncidentVerdict incident(ToldIncident incident) {
    List<String> explainedBy = new ArrayList<>();
    List<String> falseFor = new ArrayList<>();
    for (TruthRow row : truth) {
      if (counts(incident, row).isPresent()) {
        (row.explains() ? explainedBy : falseFor).add(row.id());
      }
    }
    List<Alarm> alarms =
        incident.updates().stream()
            .filter(ToldUpdate::isAlarm)
            .filter(update -> !explained(incident, update, !explainedBy.isEmpty()))
            .map(update -> new Alarm(incident, update))
            .toList();
    return new IncidentVerdict(incident, List.copyOf(explainedBy), List.copyOf(falseFor), alarms);
  }

  /** An opening is explained by all that explains its incident; a reopening by its own moment. */
  private boolean explained(ToldIncident incident, ToldUpdate update, boolean incidentIs) {
    if ("opened".equals(update.status())) {
      return incidentIs;
    }
    return truth.stream()
        .filter(row -> row.explains() && row.holds(update.at()))
        .anyMatch(
            row ->
                row.covers(incident.subject()) || update.members().stream().anyMatch(row::covers));
  }

  private Spans whole() {
    return Spans.NONE.plus(volumes.begin(), volumes.end());
  }

  /** The evaluated time without the periods in which incidents are asked for or allowed. */
  private Spans outside() {
    Spans outside = whole();
    for (TruthRow row : truth) {
      if (row.explains()) {
        Spans rest = Spans.NONE.plus(volumes.begin(), row.from()).plus(row.until(), volumes.end());
        outside = outside.within(rest);
      }
    }
    return outside;
  }

  private double inAlert(Spans time) {
    Spans open = Spans.NONE;
    for (ToldIncident incident : surges) {
      open = open.plus(incident.open(volumes.end()));
    }
    return time.length() == 0 ? 0 : (double) open.within(time).length() / time.length();
  }
}
