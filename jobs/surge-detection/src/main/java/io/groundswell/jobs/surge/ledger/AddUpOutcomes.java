package io.groundswell.jobs.surge.ledger;

import io.groundswell.jobs.surge.AddUp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Adds up outcomes, so that a post of which nothing comes costs the network nothing. */
final class AddUpOutcomes extends AddUp<Tally, Tally> {
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
  protected void flush() {
    sums.values().forEach(sum -> output.collect(new StreamRecord<>(sum)));
    sums.clear();
  }
}
