package io.groundswell.state.bootstrap;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.jobs.surge.Results;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.SurgeDetectionPipeline;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.PostSource;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Posts of the past, which the whole job reads.
 *
 * @param rules what the live job decides by
 * @param withChanges whether it reads change events
 * @param posts files of posts
 * @param reading how they are read
 */
public record PastPosts(Rules rules, boolean withChanges, PostFiles posts, Reading reading)
    implements Past {

  @Override
  public void add(StreamExecutionEnvironment env) {
    long width = rules.policy().bucket().toMillis();
    DataStream<RawRecord> records =
        PostSource.staying(env, new InputFiles(posts), reading, width, Uids.READ_POSTS)
            .process(new UpToEnd<>(RawRecord::isEnd), TypeInformation.of(RawRecord.class))
            .uid("past-records")
            .name("Past records")
            .setParallelism(1);
    Results results =
        new SurgeDetectionPipeline(rules, reading, withChanges, false, true).add(records);
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
