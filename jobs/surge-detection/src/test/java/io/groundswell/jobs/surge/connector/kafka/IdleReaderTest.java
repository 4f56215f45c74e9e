package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.connector.RawRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;
import org.junit.jupiter.api.Test;

/** A reader for which no partition is left. */
class IdleReaderTest {
  private final ClockedReader reader =
      new ClockedReader(
          new KafkaInput(
              Map.of(),
              "nobody",
              List.of("posts"),
              List.of(),
              List.of(),
              "clock",
              StartAt.EARLIEST,
              0,
              null),
          1,
          InternalSourceReaderMetricGroup.mock(
              UnregisteredMetricsGroup.createOperatorMetricGroup()));
  private final Output output = new Output();

  @Test
  void holdsNobodyUpAndSleeps() throws IOException {
    assertThat(reader.isAvailable()).isNotDone();

    reader.notifyNoMoreSplits();
    assertThat(reader.isAvailable()).isDone();
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);

    assertThat(output.idle).isTrue();
    assertThat(reader.isAvailable()).as("asks to be polled again").isNotDone();
  }

  /** Takes down whether the reader holds up event time. */
  private static final class Output implements ReaderOutput<RawRecord> {
    private boolean idle;

    @Override
    public void collect(RawRecord record) {
      throw new AssertionError("there is nothing to read");
    }

    @Override
    public void collect(RawRecord record, long timestamp) {
      collect(record);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      throw new AssertionError("it has no clock");
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }

    @Override
    public SourceOutput<RawRecord> createOutputForSplit(String split) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {
      // Nothing is kept for one.
    }
  }
}
