package io.groundswell.jobs.surge;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Adds up items before they travel, so that the network carries sums. Holds nothing over a
 * checkpoint: it hands everything on before a barrier and whenever event time moves.
 *
 * @param <I> what is added
 * @param <O> sums
 */
public abstract class AddUp<I, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O> {
  private static final long serialVersionUID = 1;

  /** Hands on every sum, and begins anew. */
  protected abstract void flush();

  @Override
  public final void processWatermark(Watermark watermark) throws Exception {
    flush();
    super.processWatermark(watermark);
  }

  @Override
  public final void prepareSnapshotPreBarrier(long checkpoint) {
    flush();
  }

  @Override
  public final void finish() throws Exception {
    flush();
    super.finish();
  }
}
