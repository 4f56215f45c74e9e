package io.groundswell.jobs.notification.delivery;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What was delivered, kept where a crash of this process does not reach. */
public interface Journal extends AutoCloseable {
  /** The last entry of each key; called once, before anything is written. */
  List<Entry> read();

  /** Keeps an entry; the stage completes when it is safe, or exceptionally when that failed. */
  CompletionStage<?> write(Entry entry);

  /** Forgets what was kept under a key. */
  void forget(String key);

  @Override
  void close();
}
