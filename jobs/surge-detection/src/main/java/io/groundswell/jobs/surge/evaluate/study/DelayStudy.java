package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Compares detectors by their delays at the same rate of false alarms (the activity monitoring
 * curves of Fawcett and Provost, KDD 1999): thresholds are calibrated on calm streams, then surges
 * come in other streams.
 */
final class DelayStudy {
  private static final int ONSETS_A_STREAM = 10;
  private static final int SHARING = SharedBudget.SUBJECTS;

  private final StudyPlan plan;

  DelayStudy(StudyPlan plan) {
    this.plan = plan;
  }

  /** Delays of all contestants at each target. */
  List<DelayRow> compare(Workers workers) {
    List<DelayRow> rows = new ArrayList<>();
    List<Contestant> contestants = Contestant.all(plan);
    int streams = (plan.surges() + ONSETS_A_STREAM - 1) / ONSETS_A_STREAM;
    for (double rate : plan.rates()) {
      List<Armed> armed = calibrate(contestants, rate, workers);
      rows.addAll(delays(Purpose.SURGES, rate, streams, armed, workers));
    }
    return rows;
  }

  /**
   * Delays of Groundswell's incidents where 168 subjects share one false incident a week. A surge
   * that comes while a false incident of its subject is open counts as missed.
   */
  SharedBudget share(Workers workers) {
    List<DelayRow> rows = new ArrayList<>();
    Contestant own =
        new Contestant(
            Contestant.OWN, List.of(), 0, truth -> new OwnIncidents(plan.width(), SHARING, 1));
    List<Armed> armed =
        List.of(new Armed(own, List.of(SHARING + " subjects share 1 a week"), List.of(1.0)));
    int streams = Math.min(plan.surges(), Math.max(1, SHARING / plan.rates().size()));
    for (double rate : plan.rates()) {
      rows.addAll(delays(Purpose.SHARED, rate, streams, armed, workers));
    }
    int weeks = StudyPlan.WARM_UP_WEEKS + StudyPlan.COUNTED_WEEKS;
    List<Double> evidence = List.of(SharedBudget.EVIDENCE);
    List<CalmRow> alarms =
        new CalmStudy(plan, Purpose.SHARED, evidence, streams, weeks).run(workers);
    return new SharedBudget(rows, alarms);
  }

  private List<Armed> calibrate(List<Contestant> contestants, double rate, Workers workers) {
    int streams = (plan.weeks() + StudyPlan.COUNTED_WEEKS - 1) / StudyPlan.COUNTED_WEEKS;
    List<Callable<List<Episodes>>> tasks = new ArrayList<>();
    for (StreamName name : plan.streams(Purpose.CALIBRATION, rate, streams)) {
      tasks.add(() -> episodes(contestants, name));
    }
    String part = Figures.plain(rate) + " a minute, calm:";
    List<List<Episodes>> all = workers.run(part, tasks);
    List<Armed> armed = new ArrayList<>();
    for (int i = 0; i < contestants.size(); i++) {
      Contestant contestant = contestants.get(i);
      List<Episodes> own = new ArrayList<>();
      for (List<Episodes> stream : all) {
        own.add(stream.get(i));
      }
      double weeks = (double) all.size() * StudyPlan.COUNTED_WEEKS;
      armed.add(
          new Armed(
              contestant,
              contestant.targets().stream().map(Target::label).toList(),
              contestant.targets().stream()
                  .map(target -> Episodes.threshold(own, weeks / target.weeks()))
                  .toList()));
    }
    return armed;
  }

  /** What each contestant says of one calm stream. */
  private List<Episodes> episodes(List<Contestant> contestants, StreamName name) {
    ComplaintStream stream = new ComplaintStream(name, plan.width());
    Background truth = new Background();
    List<Detector> detectors = new ArrayList<>();
    List<Episodes> episodes = new ArrayList<>();
    for (Contestant contestant : contestants) {
      detectors.add(contestant.begin().apply(truth));
      episodes.add(new Episodes(plan.bucketMinutes()));
    }
    long warm = ComplaintStream.START + StudyPlan.WARM_UP_WEEKS * ComplaintStream.WEEK;
    long end = warm + StudyPlan.COUNTED_WEEKS * ComplaintStream.WEEK;
    while (stream.time() < end) {
      long start = stream.time();
      int count = stream.next();
      truth.of(stream.model(), stream.intensity());
      for (int i = 0; i < detectors.size(); i++) {
        episodes.get(i).add(detectors.get(i).add(start, count), start >= warm);
      }
    }
    return episodes;
  }

  private List<DelayRow> delays(
      Purpose purpose, double rate, int streams, List<Armed> armed, Workers workers) {
    int onsets = (plan.surges() + streams - 1) / streams;
    List<Callable<List<Delays[][]>>> tasks = new ArrayList<>();
    for (StreamName name : plan.streams(purpose, rate, streams)) {
      tasks.add(() -> new SurgeReplay(plan, name, armed).run(onsets));
    }
    List<List<Delays[][]>> all = workers.run(Figures.plain(rate) + " a minute, surges:", tasks);
    List<DelayRow> rows = new ArrayList<>();
    for (int i = 0; i < armed.size(); i++) {
      rows.addAll(rows(armed.get(i), rate, sum(all, i, armed.get(i))));
    }
    return rows;
  }

  private static Delays[][] sum(List<List<Delays[][]>> streams, int contestant, Armed armed) {
    Delays[][] sum = armed.blank();
    for (List<Delays[][]> stream : streams) {
      for (int t = 0; t < sum.length; t++) {
        for (int kind = 0; kind < sum[t].length; kind++) {
          sum[t][kind].addAll(stream.get(contestant)[t][kind]);
        }
      }
    }
    return sum;
  }

  private static List<DelayRow> rows(Armed armed, double rate, Delays[][] delays) {
    List<DelayRow> rows = new ArrayList<>();
    for (int t = 0; t < delays.length; t++) {
      for (int kind = 0; kind < delays[t].length; kind++) {
        Surge surge = Surge.KINDS.get(kind);
        if (armed.contestant().answers(surge)) {
          rows.add(
              DelayRow.of(
                  armed.budgets().get(t),
                  armed.contestant().name(),
                  rate,
                  surge,
                  armed.thresholds().get(t),
                  delays[t][kind]));
        }
      }
    }
    return rows;
  }
}
