package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Counts false alarms on calm streams: what thresholds state against what comes. */
final class CalmStudy {
  /** Rate that stands for all classes together. */
  private static final double ALL = 0;

  private static final double MINUTES_A_WEEK = StreamModel.MINUTES_A_WEEK;

  private final StudyPlan plan;
  private final Purpose purpose;
  private final List<Double> thresholds;
  private final int streams;
  private final int weeks;

  /**
   * Counts on some of the streams of a plan.
   *
   * @param thresholds evidence whose false alarms are counted
   * @param streams how many a class and seed
   * @param weeks their length, at least 2
   */
  CalmStudy(StudyPlan plan, Purpose purpose, List<Double> thresholds, int streams, int weeks) {
    this.plan = plan;
    this.purpose = purpose;
    this.thresholds = thresholds;
    this.streams = streams;
    this.weeks = weeks;
  }

  List<CalmRow> run(Workers workers) {
    List<Callable<long[][]>> tasks = new ArrayList<>();
    for (double rate : plan.rates()) {
      for (StreamName name : plan.streams(purpose, rate, streams)) {
        tasks.add(() -> alarms(name));
      }
    }
    List<long[][]> alarms = workers.run("calm streams", tasks);
    List<CalmRow> rows = new ArrayList<>();
    int ofRate = streams * plan.seeds().size();
    for (int h = 0; h < thresholds.size(); h++) {
      for (int r = 0; r < plan.rates().size(); r++) {
        rows.addAll(rows(h, plan.rates().get(r), alarms.subList(r * ofRate, (r + 1) * ofRate)));
      }
      rows.addAll(rows(h, ALL, alarms));
    }
    return rows;
  }

  /** Alarms of one stream, by threshold and by part of {@link Period#PARTS}. */
  private long[][] alarms(StreamName name) {
    ComplaintStream stream = new ComplaintStream(name, plan.width());
    List<Detector> detectors = new ArrayList<>();
    for (double threshold : thresholds) {
      detectors.add(new OwnIncidents(plan.width(), 1, MINUTES_A_WEEK * Math.exp(-threshold)));
    }
    long[][] alarms = new long[detectors.size()][Period.PARTS.size()];
    long length = weeks * ComplaintStream.WEEK;
    while (stream.time() - ComplaintStream.START < length) {
      long start = stream.time();
      int count = stream.next();
      for (int h = 0; h < alarms.length; h++) {
        if (detectors.get(h).add(start, count) > 0) {
          alarms[h][Period.PARTS.indexOf(Period.of(start - ComplaintStream.START))]++;
        }
      }
    }
    return alarms;
  }

  private List<CalmRow> rows(int h, double rate, List<long[][]> watched) {
    double threshold = thresholds.get(h);
    List<CalmRow> rows = new ArrayList<>();
    for (Period period : Period.values()) {
      long observed = 0;
      for (long[][] alarms : watched) {
        for (int part = 0; part < Period.PARTS.size(); part++) {
          observed += period.holds(Period.PARTS.get(part)) ? alarms[h][part] : 0;
        }
      }
      double subjectWeeks = watched.size() * period.weeks(weeks);
      double stated = subjectWeeks * MINUTES_A_WEEK * Math.exp(-threshold);
      rows.add(new CalmRow(threshold, rate, period, subjectWeeks, stated, observed));
    }
    return rows;
  }
}
