package io.groundswell.jobs.history.connector;

import io.groundswell.jobs.history.Uids;
import io.groundswell.jobs.history.row.InputLine;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.connector.kafka.Tick;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The lines of the main job's topics, as soon as they are committed. */
public final class TopicLines implements KafkaRecordDeserializationSchema<InputLine> {
  private static final long serialVersionUID = 1;

  private final HashMap<String, HistoryTable> tables = new HashMap<>();
  private transient long minute = Long.MIN_VALUE;

  private TopicLines(Map<HistoryTable, String> topics) {
    topics.forEach((table, topic) -> tables.put(topic, table));
  }

  /**
   * Adds the lines to a job, which begins with all that the broker still holds.
   *
   * @param client Kafka's own client settings
   * @param group the job's group at the brokers
   */
  public static DataStream<InputLine> add(
      StreamExecutionEnvironment env,
      Map<String, String> client,
      Map<HistoryTable, String> topics,
      String group) {
    Properties properties = new Properties();
    // Nobody waits for a line before it is committed: the broker is asked seldom, for many.
    properties.put("fetch.min.bytes", "1048576");
    properties.put("fetch.max.wait.ms", "2000");
    properties.putAll(client);
    properties.put("isolation.level", "read_committed");
    KafkaSource<InputLine> source =
        KafkaSource.<InputLine>builder()
            .setProperties(properties)
            .setTopics(List.copyOf(topics.values()))
            .setGroupId(group)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new TopicLines(topics))
            .build();
    return env.fromSource(
            source,
            WatermarkStrategy.noWatermarks(),
            "Read topics",
            TypeInformation.of(InputLine.class))
        .uid(Uids.READ_LINES)
        .setParallelism(1);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<InputLine> out)
      throws IOException {
    if (record.value() == null) {
      return; // A tombstone says nothing that was counted.
    }
    HistoryTable table = Objects.requireNonNull(tables.get(record.topic()));
    if (table == HistoryTable.CLOCK && !beginsMinute(record.value())) {
      return;
    }
    out.collect(
        new InputLine(
            table,
            record.topic() + "-" + record.partition() + "@" + record.offset(),
            record.offset(),
            record.timestamp(),
            new String(record.value(), StandardCharsets.UTF_8)));
  }

  /**
   * Of the clock, which ticks each second, the first tick of a minute is kept; after a restart it
   * may be another one as well.
   */
  private boolean beginsMinute(byte[] tick) throws IOException {
    long of = Math.floorDiv(Tick.of(tick).time(), 60_000L);
    boolean begins = of != minute;
    minute = of;
    return begins;
  }

  @Override
  public TypeInformation<InputLine> getProducedType() {
    return TypeInformation.of(InputLine.class);
  }
}
