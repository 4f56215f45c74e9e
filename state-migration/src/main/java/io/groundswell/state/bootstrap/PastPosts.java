package io.groundswell.state.bootstrap;

import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.PostSource;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

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
    WholeJob.add(records, null, rules, reading, withChanges);
  }
}
