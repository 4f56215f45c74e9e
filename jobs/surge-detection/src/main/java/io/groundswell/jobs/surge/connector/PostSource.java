package io.groundswell.jobs.surge.connector;

import java.util.Iterator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Files of posts, support contacts, change events and answers as one stream of records in the order
 * of time.
 */
public final class PostSource {
  private PostSource() {}

  /**
   * Adds the source to a job.
   *
   * @param width width of a bucket, milliseconds
   * @param uid the operator's identity in state
   */
  public static DataStream<RawRecord> add(
      StreamExecutionEnvironment env, InputFiles files, Reading reading, long width, String uid) {
    return copied(
        files, add(env, new OrderedSource<>(new Merged(files, reading, width)), width, uid));
  }

  /** Every subtask behind has to know of a ruling. */
  private static DataStream<RawRecord> copied(InputFiles files, DataStream<RawRecord> records) {
    if (files.control().isEmpty()) {
      return records;
    }
    int subtasks = records.getExecutionEnvironment().getParallelism();
    return records
        .flatMap(
            (RawRecord record, Collector<RawRecord> out) -> {
              for (int i = 0; record.input() == Input.CONTROL && i < subtasks; i++) {
                out.collect(record.copyFor(i));
              }
              out.collect(record);
            })
        .returns(TypeInformation.of(RawRecord.class))
        .uid("copy-rulings")
        .name("Copy rulings")
        .setParallelism(1);
  }

  /** The same, but it stays at the end, which the job is told of by the last record. */
  public static DataStream<RawRecord> staying(
      StreamExecutionEnvironment env, InputFiles files, Reading reading, long width, String uid) {
    return add(env, OrderedSource.thatStays(new Merged(files, reading, width)), width, uid);
  }

  private static DataStream<RawRecord> add(
      StreamExecutionEnvironment env, OrderedSource<RawRecord> source, long width, String uid) {
    WatermarkStrategy<RawRecord> buckets =
        InOrder.<RawRecord>buckets(width, RawRecord::isEnd)
            .withTimestampAssigner((record, before) -> record.time());
    return env.fromSource(source, buckets, "Read posts", TypeInformation.of(RawRecord.class))
        .uid(uid)
        .setParallelism(1);
  }

  private record Merged(InputFiles files, Reading reading, long width)
      implements Ordered<RawRecord> {
    @Override
    public Iterator<RawRecord> open() {
      return new MergedRecords(files, reading, width);
    }
  }
}
