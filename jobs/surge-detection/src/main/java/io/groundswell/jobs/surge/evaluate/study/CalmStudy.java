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

  CalmStudy(StudyPlan plan) {
    this.plan = plan;
  }

  List<CalmRow> run(Workers workers) {
    List<Callable<long[][]>> tasks = new ArrayList<>();
    for (double rate : plan.rates()) {
      for (int number = 0; number < plan.calmStreams(); number++) {
        int stream = number;
        tasks.add(() -> alarms(rate, stream));
      }
    }
    List<long[][]> alarms = workers.run("calm streams", tasks);
    List<CalmRow> rows = new ArrayList<>();
    for (int h = 0; h < plan.thresholds().size(); h++) {
      for (int r = 0; r < plan.rates().size(); r++) {
        int from = r * plan.calmStreams();
        rows.addAll(rows(h, plan.rates().get(r), alarms.subList(from, from + plan.calmStreams())));
      }
      rows.addAll(rows(h, ALL, alarms));
    }
    return rows;
  }

  /** Alarms of one stream, by threshold and by part of {@link Period#PARTS}. */
  private long[][] alarms(double rate, int number) {
    ComplaintStream stream =
        new ComplaintStream(plan.seed(), Purpose.CALM, rate, number, plan.width());
    List<Detector> detectors = new ArrayList<>();
    for (double threshold : plan.thresholds()) {
      detectors.add(new OwnIncidents(plan.width(), 1, MINUTES_A_WEEK * Math.exp(-threshold)));
    }
    long[][] alarms = new long[detectors.size()][Period.PARTS.size()];
    long length = plan.calmWeeks() * ComplaintStream.WEEK;
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

  private List<CalmRow> rows(int h, double rate, List<long[][]> streams) {
    double threshold = plan.thresholds().get(h);
    List<CalmRow> rows = new ArrayList<>();
    for (Period period : Period.values()) {
      long observed = 0;
      for (long[][] alarms : streams) {
        for (int part = 0; part < Period.PARTS.size(); part++) {
          observed += period.holds(Period.PARTS.get(part)) ? alarms[h][part] : 0;
        }
      }
      double weeks = streams.size() * period.weeks(plan.calmWeeks());
      double stated = weeks * MINUTES_A_WEEK * Math.exp(-threshold);
      rows.add(new CalmRow(threshold, rate, period, weeks, stated, observed));
    }
    return rows;
  }
}
