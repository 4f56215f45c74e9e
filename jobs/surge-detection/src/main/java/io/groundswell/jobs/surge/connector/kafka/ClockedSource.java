package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.RawRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads Kafka topics in step with a clock that is itself a topic, so that event time moves when
 * nobody posts, and moves in the same way in every replay: a tick is applied once all partitions
 * have been read to the offsets that it names, and nothing beyond them before it.
 */
public final class ClockedSource implements Source<RawRecord, ClockedSplit, Assigned> {
  private static final long serialVersionUID = 1;

  /** Flink's number for what its coordinators of sources write: version, length, bytes. */
  private static final int COORDINATOR_LAYOUT = 1;

  /** Kafka's clients give up what takes them a minute; what takes longer hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KafkaInput input;
  private final Duration patience;

  /** Reads the given topics. */
  public ClockedSource(KafkaInput input) {
    this(input, PATIENCE);
  }

  /**
   * Reads the given topics.
   *
   * @param patience how long one tick may take to be written
   */
  ClockedSource(KafkaInput input, Duration patience) {
    this.input = input;
    this.patience = patience;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SplitEnumerator<ClockedSplit, Assigned> createEnumerator(
      SplitEnumeratorContext<ClockedSplit> context) {
    return new ClockedEnumerator(context, input, Assigned.NONE, patience);
  }

  @Override
  public SplitEnumerator<ClockedSplit, Assigned> restoreEnumerator(
      SplitEnumeratorContext<ClockedSplit> context, Assigned assigned) {
    return new ClockedEnumerator(context, input, assigned, patience);
  }

  @Override
  public SourceReader<RawRecord, ClockedSplit> createReader(SourceReaderContext context) {
    return new ClockedReader(input, context.currentParallelism(), context.metricGroup());
  }

  @Override
  public SimpleVersionedSerializer<ClockedSplit> getSplitSerializer() {
    return new ClockedSplitSerializer();
  }

  /**
   * The time of the last tick that a reader had applied, epoch milliseconds; {@link Long#MIN_VALUE}
   * where there was none.
   *
   * @param state of one of its partitions, as Flink keeps it in a savepoint
   * @throws IOException where it is none
   */
  public static long lastTime(byte[] state) throws IOException {
    return SimpleVersionedSerialization.readVersionAndDeSerialize(
            new ClockedSplitSerializer(), state)
        .lastTime();
  }

  /**
   * The state of the source's coordinator for a job that has read nothing yet and knows everything
   * up to a moment: what it will read from before that comes late.
   *
   * @param closed the last moment whose bucket has closed, epoch milliseconds
   * @return as Flink keeps it in a savepoint
   */
  public static byte[] begun(long closed) throws IOException {
    byte[] assigned =
        SimpleVersionedSerialization.writeVersionAndSerialize(
            new Assigned.Serializer(), new Assigned(Set.of(), closed));
    return ByteBuffer.allocate(Integer.BYTES + assigned.length)
        .putInt(COORDINATOR_LAYOUT)
        .put(assigned)
        .array();
  }

  @Override
  public SimpleVersionedSerializer<Assigned> getEnumeratorCheckpointSerializer() {
    return new Assigned.Serializer();
  }
}
