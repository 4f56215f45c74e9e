package io.groundswell.jobs.surge;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.baseline.LearnSeasons;
import io.groundswell.jobs.surge.baseline.Notice;
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
   */
  public Scoring add(
      DataStream<Volume> volumes,
      DataStream<Sighting> sightings,
      DataStream<Volume> terms,
      DataStream<Notice> said,
      DataStream<Change> changes) {
    Policy policy = rules.policy();
    Catalogue catalogue = rules.catalogue();
    ScoringStart start = ScoringStart.atFirstComplaint(catalogue);
    DataStream<Notice> shares = shareBudget(sightings, start);
    double saved = withChanges ? policy.budgetAfterChanges() : 0;
    DataStream<Notice> notices =
        shares.union(
            LearnSeasons.add(volumes),
            said,
            SaveForChanges.add(changes, shares, arrivals(), saved));
    WatchRules watch = WatchRules.of(policy, catalogue).saving(saved);
    return Scoring.add(volumes.union(terms), notices, policy, watch, start)
        .across(watch.across(), catalogue);
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
