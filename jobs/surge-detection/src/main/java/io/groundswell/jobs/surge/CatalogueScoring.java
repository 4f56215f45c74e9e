package io.groundswell.jobs.surge;

import io.groundswell.domain.change.Change;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.baseline.LearnSeasons;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.ScoringRules;
import io.groundswell.jobs.surge.baseline.ScoringStart;
import io.groundswell.jobs.surge.baseline.ShareBudget;
import io.groundswell.jobs.surge.baseline.Sighting;
import io.groundswell.jobs.surge.change.SaveForChanges;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Scoring and patterns for the subjects of a catalogue, with all that is learnt for it: who shares
 * the alarm budget, seasons, and what is saved for changes.
 *
 * @param rules what the job decides by
 * @param withChanges change events are read as well, so that a part of the budget is saved for the
 *     hours after them
 */
public record CatalogueScoring(Rules rules, boolean withChanges) {

  /**
   * Adds the operators behind counted buckets.
   *
   * @param volumes counted buckets of subjects, stamped with their last moment
   * @param sightings which of them are complained about on which day
   * @param terms counted buckets of terms, which have no part in seasons
   * @param said what feeds and people say to all subjects
   * @param changes change events
   * @param rulings what is ruled while it runs
   */
  public Scoring add(
      DataStream<Volume> volumes,
      DataStream<Sighting> sightings,
      DataStream<Volume> terms,
      DataStream<Notice> said,
      DataStream<Change> changes,
      DataStream<Ruling> rulings) {
    Policy policy = rules.policy();
    ScoringStart start = ScoringStart.atFirstComplaint(rules.catalogue());
    DataStream<Notice> shares = shareBudget(sightings, start);
    double saved = withChanges ? policy.budgetAfterChanges() : 0;
    DataStream<Notice> notices =
        shares.union(
            LearnSeasons.add(volumes),
            said,
            rulings
                .map(Notice::of)
                .returns(TypeInformation.of(Notice.class))
                .uid("notice-rulings")
                .name("Notice rulings")
                .setParallelism(1),
            SaveForChanges.add(changes, shares, arrivals(), saved));
    boolean changesToo = withChanges; // The lambda must not hold on to this record.
    return Scoring.add(
        volumes.union(terms), notices, rulings, rules, by -> ScoringRules.of(by, changesToo));
  }

  private ArrivalRule arrivals() {
    Policy policy = rules.policy();
    return new ArrivalRule(policy.bucket().toMillis(), policy.lateEvidence().toMillis());
  }

  private DataStream<Notice> shareBudget(DataStream<Sighting> sightings, ScoringStart start) {
    return sightings
        .keyBy(sighting -> (byte) 0)
        .process(
            new ShareBudget(start.watched(), rules.policy().bucket().toMillis()),
            TypeInformation.of(Notice.class))
        .uid(Uids.SHARE_BUDGET)
        .name("Share budget")
        .setParallelism(1)
        .setMaxParallelism(1);
  }
}
