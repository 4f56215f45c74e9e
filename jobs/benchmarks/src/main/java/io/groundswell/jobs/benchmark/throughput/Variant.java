package io.groundswell.jobs.benchmark.throughput;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.kafka.ClockedSource;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.post.ParsePosts;
import io.groundswell.jobs.surge.post.ReadPost;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How much of the job a row of the table runs. All read the same posts in the same way. */
public enum Variant {
  /** Flink's own source, to compare. */
  FLINK_SOURCE("    Flink's own Kafka source to nothing", "Discard: Writer"),
  /** Kafka to nothing. */
  NOTHING("(a) Kafka to nothing", "Discard: Writer"),
  /** Kafka to parsed post. */
  PARSED("(b) Kafka to parsed post", "Parse posts"),
  /** The whole job, state on the heap. */
  WHOLE_HEAP("(c) the whole job, heap", "Parse posts"),
  /** The whole job, state in RocksDB. */
  WHOLE_ROCKSDB("(c) the whole job, RocksDB", "Parse posts"),
  /** The same while people rule. */
  RULED("    the same, a ruling each 3.6 s", "Parse posts");

  /** Reads every post and discards it. */
  static final String DISCARD = "Discard";

  private final String label;
  private final String reader;

  Variant(String label, String reader) {
    this.label = label;
    this.reader = reader;
  }

  /** The row's name. */
  public String label() {
    return label;
  }

  /** The operator that reads every post. */
  String reader() {
    return reader;
  }

  /** Whether it writes something. */
  boolean whole() {
    return this == WHOLE_HEAP || this == WHOLE_ROCKSDB || this == RULED;
  }

  /** Adds the job. */
  void add(StreamExecutionEnvironment env, Topics topics, Policy policy) {
    switch (this) {
      case FLINK_SOURCE -> discard(flinkSource(env, topics));
      case NOTHING -> discard(records(env, topics, policy));
      case PARSED -> discard(parsed(records(env, topics, policy), policy));
      case WHOLE_HEAP, WHOLE_ROCKSDB ->
          whole(env, topics, policy, topics.input(policy.lateness().toMillis(), null));
      case RULED -> whole(env, topics, policy, topics.ruledInput(policy.lateness().toMillis()));
    }
  }

  private static void whole(
      StreamExecutionEnvironment env, Topics topics, Policy policy, KafkaInput input) {
    Rules rules = Rules.of(Invented.catalogue(), policy);
    new LiveDetection(rules, input, topics.output(), topics.outputs()).add(env);
  }

  private static DataStream<byte[]> flinkSource(StreamExecutionEnvironment env, Topics topics) {
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(topics.broker())
            .setTopics(topics.posts())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setProperty("isolation.level", "read_committed")
            .setDeserializer(
                KafkaRecordDeserializationSchema.valueOnly(ByteArrayDeserializer.class))
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read posts").uid("read-posts");
  }

  private static DataStream<RawRecord> records(
      StreamExecutionEnvironment env, Topics topics, Policy policy) {
    return env.fromSource(
            new ClockedSource(topics.input(policy.lateness().toMillis(), null)),
            WatermarkStrategy.noWatermarks(),
            "Read posts",
            TypeInformation.of(RawRecord.class))
        .uid("read-posts");
  }

  private static SingleOutputStreamOperator<ReadPost> parsed(
      DataStream<RawRecord> records, Policy policy) {
    ArrivalRule rule =
        new ArrivalRule(policy.bucket().toMillis(), policy.lateEvidence().toMillis());
    return records
        .process(
            new ParsePosts(new Reading(new JsonPosts(), RawRecord.NO_TIME), rule),
            TypeInformation.of(ReadPost.class))
        .uid("parse-posts")
        .name("Parse posts");
  }

  private static <T> void discard(DataStream<T> stream) {
    stream.sinkTo(new DiscardingSink<>()).uid("discard").name(DISCARD);
  }
}
