package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Whether the budget holds where less evidence suffices after a change, and how much sooner surges
 * are told that follow one: on streams on which changes are made at random.
 */
final class ChangeStudy {
  /**
   * Days between changes at random, beside the one before each surge: what is changed rarely, as
   * often as an incident is told, and often.
   */
  static final List<Double> EVERY_DAYS = List.of(14.0, 2.0, .1);

  private static final int MOST_ONSETS = 10;
  private static final int FEWEST_ONSETS = 2;

  /** How many times as many complaints come in a surge. */
  static final double MULTIPLE = 3;

  /** Days between changes, from which on those before the surges must be few as well. */
  private static final double RARE = 7;

  private static final long LATEST = 15 * ComplaintStream.MINUTE;
  private static final long LONGEST = 180 * ComplaintStream.MINUTE;
  private static final double DAY = 1440.0 * ComplaintStream.MINUTE;

  private final StudyPlan plan;
  private final double threshold;
  private final int weeks = StudyPlan.WARM_UP_WEEKS + StudyPlan.COUNTED_WEEKS;

  ChangeStudy(StudyPlan plan) {
    this.plan = plan;
    this.threshold = plan.thresholds().get(0);
  }

  /** What came of one stream or of several. */
  private static final class Sum {
    private long without;
    private long with;
    private int streams;
    private final Delays before = new Delays();
    private final Delays after = new Delays();

    void add(Sum other) {
      without += other.without;
      with += other.with;
      streams += other.streams;
      before.addAll(other.before);
      after.addAll(other.after);
    }
  }

  List<ChangeRow> run(Workers workers) {
    List<ChangeRow> rows = new ArrayList<>();
    for (double everyDays : EVERY_DAYS) {
      Sum all = new Sum();
      for (double rate : plan.rates()) {
        Sum sum = new Sum();
        List<Callable<Sum>> tasks = new ArrayList<>();
        for (StreamName name : plan.streams(Purpose.CHANGES, rate, plan.calmStreams())) {
          tasks.add(() -> watch(name, everyDays));
        }
        String part = "a change every %s days,".formatted(Figures.plain(everyDays));
        workers.run(part, tasks).forEach(sum::add);
        rows.add(row(everyDays, rate, sum));
        all.add(sum);
      }
      rows.add(row(everyDays, 0, all));
    }
    return rows;
  }

  private ChangeRow row(double everyDays, double rate, Sum sum) {
    double subjectWeeks = (double) sum.streams * weeks;
    return new ChangeRow(
        everyDays,
        rate,
        subjectWeeks,
        subjectWeeks * StreamModel.MINUTES_A_WEEK * Math.exp(-threshold),
        sum.without,
        sum.with,
        sum.before.size(),
        sum.before.quantile(.5),
        sum.after.quantile(.5),
        sum.before.quantile(.9),
        sum.after.quantile(.9));
  }

  private Sum watch(StreamName name, double everyDays) {
    Sum sum = new Sum();
    sum.streams = 1;
    List<Long> onsets = onsets(name, everyDays);
    ChangeDiary diary = new ChangeDiary(changes(name, everyDays, onsets), plan.width());
    double perWeek = StreamModel.MINUTES_A_WEEK * Math.exp(-threshold);
    Detector without = new OwnIncidents(plan.width(), 1, perWeek);
    Detector with = OwnIncidents.knowing(diary, plan.width(), perWeek);
    ComplaintStream stream = new ComplaintStream(name, plan.width());
    long end = ComplaintStream.START + weeks * ComplaintStream.WEEK;
    int onset = 0;
    while (stream.time() < end) {
      long start = stream.time();
      boolean surges = onset < onsets.size() && start >= onsets.get(onset);
      int[] counts = new int[surges ? buckets() : 1];
      if (surges) {
        int[] surging = draw(stream, counts, name.draws(4, onset));
        sum.before.add(delay(without.copy(), surging, start));
        sum.after.add(delay(with.copy(), surging, start));
        onset++;
      } else {
        counts[0] = stream.next();
      }
      sum.without += alarms(without, counts, start);
      sum.with += alarms(with, counts, start);
    }
    return sum;
  }

  private int alarms(Detector detector, int[] counts, long start) {
    int alarms = 0;
    for (int i = 0; i < counts.length; i++) {
      alarms += detector.add(start + i * plan.width(), counts[i]) > 0 ? 1 : 0;
    }
    return alarms;
  }

  private int buckets() {
    return (int) (SurgeReplay.WATCHED_MINUTES / plan.bucketMinutes());
  }

  /** When surges begin, in order. */
  private List<Long> onsets(StreamName name, double everyDays) {
    Draws when = name.draws(3);
    int count = everyDays > RARE ? FEWEST_ONSETS : MOST_ONSETS;
    long slot = StudyPlan.COUNTED_WEEKS * ComplaintStream.WEEK / count;
    long warm = ComplaintStream.START + StudyPlan.WARM_UP_WEEKS * ComplaintStream.WEEK;
    List<Long> onsets = new ArrayList<>();
    for (int onset = 0; onset < count; onset++) {
      onsets.add(warm + onset * slot + when.between(0, slot - LONGEST));
    }
    return onsets;
  }

  /** At random, and one shortly before each surge. */
  private List<Long> changes(StreamName name, double everyDays, List<Long> onsets) {
    Draws when = name.draws(5, Double.doubleToLongBits(everyDays));
    List<Long> times = new ArrayList<>();
    double at = ComplaintStream.START;
    double end = ComplaintStream.START + (double) weeks * ComplaintStream.WEEK;
    while (at < end) {
      at -= everyDays * DAY * Math.log(1 - when.uniform());
      times.add((long) at);
    }
    onsets.forEach(onset -> times.add(onset - when.between(0, LATEST)));
    Collections.sort(times);
    return times;
  }

  private int[] draw(ComplaintStream stream, int[] calm, Draws draws) {
    int[] surging = new int[calm.length];
    for (int i = 0; i < calm.length; i++) {
      calm[i] = stream.next();
      double added = stream.intensity() * (MULTIPLE - 1);
      surging[i] = calm[i] + (added <= 0 ? 0 : stream.model().count(added, draws));
    }
    return surging;
  }

  private double delay(Detector detector, int[] counts, long start) {
    for (int i = 0; i < counts.length; i++) {
      if (detector.add(start + i * plan.width(), counts[i]) > 0) {
        return (i + 1) * plan.bucketMinutes();
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
