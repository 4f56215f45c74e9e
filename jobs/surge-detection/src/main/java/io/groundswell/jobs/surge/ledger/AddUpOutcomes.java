package io.groundswell.jobs.surge.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up outcomes before they travel, so that a post of which nothing comes costs the network
 * nothing. Holds nothing over a checkpoint: it hands everything on before a barrier and whenever
 * event time moves.
 */
final class AddUpOutcomes extends AbstractStreamOperator<Tally>
    implements OneInputStreamOperator<Tally, Tally> {
  private static final long serialVersionUID = 1;

  /** More than this many different ones, as when every post has a source of its own, are let go. */
  private static final int MOST_HELD = 10_000;

  private transient Map<Tally.Slot, Tally> sums;

  @Override
  public void open() throws Exception {
    super.open();
    sums = new LinkedHashMap<>();
  }

  @Override
  public void processElement(StreamRecord<Tally> element) {
    Tally tally = element.getValue();
    sums.merge(tally.slot(), tally, Tally::plus);
    if (sums.size() > MOST_HELD) {
      flush();
    }
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    flush();
    super.processWatermark(watermark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    flush();
  }

  @Override
  public void finish() throws Exception {
    flush();
    super.finish();
  }

  private void flush() {
    sums.values().forEach(sum -> output.collect(new StreamRecord<>(sum)));
    sums.clear();
  }
}
