package io.groundswell.state.bootstrap;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Results;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.SurgeDetectionPipeline;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The main job where nobody is told anything. */
public final class WholeJob {
  private WholeJob() {}

  /**
   * Adds it behind a past.
   *
   * @param kept what has been judged before, or null
   * @param withChanges whether the live job reads change events
   */
  public static void add(
      DataStream<RawRecord> records,
      @Nullable SingleOutputStreamOperator<Mention> kept,
      Rules rules,
      Reading reading,
      boolean withChanges) {
    Results results =
        new SurgeDetectionPipeline(rules, reading, withChanges, false, true).add(records, kept);
    results
        .incidents()
        .flatMap(new Incidents())
        .returns(Types.VOID)
        .uid("past-incidents")
        .name("Past incidents")
        .setParallelism(1);
  }

  /** Which incidents are open. */
  private static final class Incidents extends UnderWay<Briefing> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(Briefing briefing, Collector<Void> out) {
      IncidentUpdate update = briefing.update();
      if (update.kind() != IncidentKind.SURGE) {
        return;
      }
      if (update.status() == Status.OPENED || update.status() == Status.REOPENED) {
        begins(update.incidentId());
      } else if (update.status() == Status.RESOLVED) {
        ends(update.incidentId());
      }
    }
  }
}
