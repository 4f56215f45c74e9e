package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.function.ThrowingRunnable;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * Maintains the warehouse every so often, in a thread of its own: a checkpoint waits for nothing.
 * What fails fails the task, so that Flink starts it again.
 */
final class Maintain extends AbstractStreamOperator<RowData>
    implements OneInputStreamOperator<RowData, RowData> {
  private static final long serialVersionUID = 1;

  private static final Duration SOON = Duration.ofMinutes(1);

  private final Place place;
  private final Retention retention;
  private final Duration every;

  @SuppressWarnings("NullAway.Init") // open() does.
  private transient MailboxExecutor mailbox;

  private transient @Nullable ExecutorService worker;

  @SuppressWarnings("NullAway.Init") // open() does; the worker alone uses it.
  private transient Looked looked;

  Maintain(Place place, Retention retention, Duration every) {
    this.place = place;
    this.retention = retention;
    this.every = every;
  }

  @Override
  public void open() throws Exception {
    super.open();
    mailbox =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    looked = new Looked();
    worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "history-maintenance"));
    // A job that starts anew more often than that would else never come to it.
    in(every.compareTo(SOON) < 0 ? every : SOON);
  }

  private void again() {
    in(every);
  }

  private void in(Duration time) {
    long next = getProcessingTimeService().getCurrentProcessingTime() + time.toMillis();
    var unused = getProcessingTimeService().registerTimer(next, this::begin);
  }

  private void begin(long now) {
    ExecutorService running = worker;
    if (running != null) {
      running.execute(() -> work(now));
    }
  }

  private void work(long now) {
    try (Warehouse warehouse = Warehouse.open(place)) {
      new Maintenance(warehouse, retention, looked).run(now);
      tell(this::again, "next maintenance");
    } catch (CommitFailedException | ValidationException another) {
      // Somebody else maintains the warehouse as well; what is left is done next time.
      tell(this::again, "next maintenance");
    } catch (Exception failure) {
      tell(
          () -> {
            throw new IllegalStateException("the warehouse cannot be maintained", failure);
          },
          "failed maintenance");
    }
  }

  private void tell(ThrowingRunnable<? extends Exception> what, String name) {
    try {
      mailbox.execute(what, name);
    } catch (RejectedExecutionException ended) {
      // The job was stopped meanwhile; whoever goes on maintains soon.
    }
  }

  @Override
  public void processElement(StreamRecord<RowData> row) {
    output.collect(row);
  }

  @Override
  public void close() throws Exception {
    if (worker != null) {
      worker.shutdownNow();
    }
    super.close();
  }
}
