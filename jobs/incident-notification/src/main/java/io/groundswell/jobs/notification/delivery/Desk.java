package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.surge.measure.IncidentLog;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What outboxes share, and whom they tell.
 *
 * @param loop the thread they live in
 * @param journal where it is kept what was delivered
 * @param counts what became of notices
 * @param random for the waits between attempts
 * @param giveUpAfter what could not be delivered for so long is not tried again by itself,
 *     milliseconds
 * @param settled told of each entry of the journal as it is made
 */
record Desk(
    Loop loop,
    Journal journal,
    Counts counts,
    RandomGenerator random,
    long giveUpAfter,
    Consumer<Entry> settled) {

  private static void log(Entry entry) {
    String what =
        "%s: update %d %s"
            .formatted(entry.destination(), entry.sequence(), entry.outcome().label());
    if (entry.reason().isEmpty()) {
      IncidentLog.say(entry.incidentId(), what);
    } else {
      IncidentLog.warn(entry.incidentId(), what + ", " + entry.reason());
    }
  }

  /** Puts an entry on record; the stage completes when it is safe, or exceptionally. */
  CompletionStage<?> record(Entry entry) {
    settled.accept(entry);
    log(entry);
    return journal
        .write(entry)
        .whenComplete(
            (safe, failure) -> {
              if (failure != null) {
                loop.run(() -> counts.add(Counts.Of.UNRECORDED));
              }
            });
  }
}
