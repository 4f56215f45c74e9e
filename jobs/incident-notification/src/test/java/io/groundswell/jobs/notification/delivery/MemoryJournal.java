package io.groundswell.jobs.notification.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A journal that outlives the dispatchers of a test. */
final class MemoryJournal implements Journal {
  final Map<String, Entry> last = new LinkedHashMap<>();
  final List<Entry> all = new ArrayList<>();

  Entry.@Nullable Outcome outcome(String key) {
    Entry entry = last.get(key);
    return entry == null ? null : entry.outcome();
  }

  @Override
  public List<Entry> read() {
    return List.copyOf(last.values());
  }

  boolean broken;

  @Override
  public CompletionStage<?> write(Entry entry) {
    if (broken) {
      return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
    }
    last.put(entry.key(), entry);
    all.add(entry);
    return CompletableFuture.completedFuture(entry);
  }

  @Override
  public void forget(String key) {
    last.remove(key);
  }

  @Override
  public void close() {}
}
