package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How a job did against the truth.
 *
 * @param rows what came of each row of the truth, in its order
 * @param incidents the surges that it told of, in the order of time
 * @param others incidents of other kinds: listed, never judged
 * @param begin start of the first bucket, epoch milliseconds
 * @param end end of the last
 * @param inAlert share of this time during which an incident was open, 0 to 1
 * @param inAlertOutside the same of the time outside the periods of {@code must} and {@code may}
 */
public record Evaluation(
    List<RowVerdict> rows,
    List<IncidentVerdict> incidents,
    List<ToldIncident> others,
    long begin,
    long end,
    double inAlert,
    double inAlertOutside) {
  private static final double WEEK = 7 * 86_400_000.0;

  /** How many rows have this verdict. */
  public int count(Verdict verdict) {
    return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /** How many rows ask for an incident. */
  public int musts() {
    return count(Verdict.CAUGHT) + count(Verdict.MISSED);
  }

  /** Of the rows that ask for an incident, the share that got one; empty where none asks. */
  public OptionalDouble recall() {
    return musts() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count(Verdict.CAUGHT) / musts());
  }

  /** Alarms that nothing explains, in the order of their incidents. */
  public List<Alarm> alarms() {
    return incidents.stream().flatMap(incident -> incident.alarms().stream()).toList();
  }

  /** All openings and reopenings of surges, in the order of their incidents. */
  public List<Opening> openings() {
    return incidents.stream()
        .map(IncidentVerdict::incident)
        .flatMap(
            incident ->
                incident.updates().stream()
                    .filter(ToldUpdate::isAlarm)
                    .map(update -> new Opening(incident, update)))
        .toList();
  }

  /** How many openings there were by each kind of evidence that opened any. */
  public SortedMap<Evidence, Long> byEvidence() {
    return openings().stream()
        .collect(Collectors.groupingBy(Opening::evidence, TreeMap::new, Collectors.counting()));
  }

  /** Incidents that count for a {@code never} row. */
  public int falseIncidents() {
    return (int) incidents.stream().filter(incident -> !incident.falseFor().isEmpty()).count();
  }

  /** Weeks of input. */
  public double weeks() {
    return (end - begin) / WEEK;
  }

  /** Unexplained alarms a week; empty where there is no input. */
  public OptionalDouble alarmsPerWeek() {
    return weeks() > 0 ? OptionalDouble.of(alarms().size() / weeks()) : OptionalDouble.empty();
  }

  /** The 95 % interval of {@link #alarmsPerWeek()}; from 0 to infinity where there is no input. */
  public PoissonInterval interval() {
    return weeks() > 0
        ? PoissonInterval.of(alarms().size()).over(weeks())
        : new PoissonInterval(0, Double.POSITIVE_INFINITY);
  }

  /** Minutes from the begin of each caught {@code must} row until it was caught. */
  public double[] delays() {
    return of(row -> caughtMust(row) ? row.afterOnset() : OptionalDouble.empty());
  }

  /**
   * Minutes after the n-th related post of each caught {@code must} row that has so many.
   *
   * @param n from 1
   */
  public double[] delaysAfterPost(int n) {
    return of(
        row ->
            caughtMust(row) && row.afterPost().size() >= n
                ? OptionalDouble.of(row.afterPost().get(n - 1))
                : OptionalDouble.empty());
  }

  /** Minutes of lead over the company's own word, of each row that has both. */
  public double[] leads() {
    return of(row -> row.row().explains() ? row.lead() : OptionalDouble.empty());
  }

  /** How many incidents each {@code must} and {@code may} row has that has any. */
  public double[] incidentsPerCause() {
    return of(
        row ->
            row.row().explains() && !row.caught().isEmpty()
                ? OptionalDouble.of(row.caught().size())
                : OptionalDouble.empty());
  }

  private static boolean caughtMust(RowVerdict row) {
    return row.verdict() == Verdict.CAUGHT;
  }

  private double[] of(Function<RowVerdict, OptionalDouble> figure) {
    return rows.stream()
        .map(figure)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /** The middle of some figures; empty where there are none. */
  public static OptionalDouble median(double[] figures) {
    if (figures.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sorted = DoubleStream.of(figures).sorted().toArray();
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  /** The mean of some figures; empty where there are none. */
  public static OptionalDouble mean(double[] figures) {
    return DoubleStream.of(figures).average();
  }

  /** The largest of some figures; empty where there are none. */
  public static OptionalDouble max(double[] figures) {
    return DoubleStream.of(figures).max();
  }
}
