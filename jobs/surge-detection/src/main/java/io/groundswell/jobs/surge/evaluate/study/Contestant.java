package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.domain.baseline.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * A detector that is compared, with one set of parameters for all streams.
 *
 * @param name what tables call it
 * @param targets the rates of false alarms at which this set is compared
 * @param multiple the only multiple that it is asked about; 0 for all
 * @param begin begins to watch a stream
 */
record Contestant(
    String name, List<Target> targets, double multiple, Function<Background, Detector> begin) {
  static final String OWN = "groundswell";
  static final String PUBLISHED = "as published";
  static final String ORACLE = "oracle";

  /** Everybody who takes part, in the order of the tables. */
  static List<Contestant> all(StudyPlan plan) {
    double minutes = plan.bucketMinutes();
    List<Target> targets = plan.targets();
    List<Contestant> all = new ArrayList<>();
    all.add(new Contestant("static threshold", targets, 0, truth -> new StaticThreshold()));
    all.add(new Contestant("EWMA z", targets, 0, truth -> new EwmaZ(minutes)));
    all.add(new Contestant("Gnip Poisson", targets, 0, truth -> new GnipPoisson(minutes)));
    all.add(new Contestant("EARS C3", targets, 0, truth -> new EarsC3(minutes)));
    all.add(
        new Contestant(
            "Farrington flexible", targets, 0, truth -> new FarringtonFlexible(minutes)));
    all.addAll(own(PUBLISHED, plan, Scorer::asPublished));
    all.addAll(own(OWN, plan, Scorer::new));
    Surge.KINDS.stream()
        .map(Surge::multiple)
        .distinct()
        .forEach(
            multiple ->
                all.add(
                    new Contestant(
                        ORACLE, targets, multiple, truth -> new Oracle(truth, multiple, minutes))));
    return all;
  }

  /** One for each target, since it decides when learning is on guard. */
  private static List<Contestant> own(String name, StudyPlan plan, LongFunction<Scorer> scorer) {
    List<Contestant> own = new ArrayList<>();
    for (Target target : plan.targets()) {
      double evidence = target.evidence();
      own.add(
          new Contestant(
              name,
              List.of(target),
              0,
              truth -> new OwnEvidence(scorer.apply(plan.width()), evidence)));
    }
    return own;
  }

  boolean answers(Surge surge) {
    return multiple == 0 || multiple == surge.multiple();
  }
}
