package io.groundswell.jobs.notification;

import io.groundswell.jobs.notification.delivery.Loop;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;

/** The thread of a Flink task as the loop: its mailbox and its clock. */
final class FlinkLoop implements Loop {
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService clock;

  FlinkLoop(MailboxExecutor mailbox, ProcessingTimeService clock) {
    this.mailbox = mailbox;
    this.clock = clock;
  }

  @Override
  public long now() {
    return clock.getCurrentProcessingTime();
  }

  @Override
  public void at(long time, Runnable task) {
    var unused = clock.registerTimer(time, fired -> task.run());
  }

  @Override
  public void run(Runnable task) {
    try {
      mailbox.execute(task::run, "deliver notices");
    } catch (RejectedExecutionException e) {
      // The task ends. What came of this is not on record, and is tried again after the restart.
    }
  }
}
