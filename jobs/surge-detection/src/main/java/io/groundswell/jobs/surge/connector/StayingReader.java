package io.groundswell.jobs.surge.connector;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.core.io.InputStatus;

/** Reads ordered items, and does not end where they do. */
@SuppressWarnings("try") // Flink says of every reader that closing it may throw anything.
final class StayingReader<T>
    extends IteratorSourceReader<T, OrderedSplit.Counting<T>, OrderedSplit<T>> {
  private final CompletableFuture<Void> never = new CompletableFuture<>();
  private boolean atEnd;

  StayingReader(SourceReaderContext context) {
    super(context);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) {
    InputStatus status = atEnd ? InputStatus.NOTHING_AVAILABLE : super.pollNext(output);
    atEnd |= status == InputStatus.END_OF_INPUT;
    return atEnd ? InputStatus.NOTHING_AVAILABLE : status;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return atEnd ? never : super.isAvailable();
  }
}
