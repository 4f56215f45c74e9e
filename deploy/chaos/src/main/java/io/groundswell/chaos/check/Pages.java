package io.groundswell.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.notification.connector.KafkaJournal;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.delivery.Entry.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people were told, by the topic of deliveries, beside what there was to tell.
 *
 * @param committed the broker's topics
 * @param topic that of deliveries
 * @param bucket how wide buckets are
 * @param patience how long the last words are waited for
 */
record Pages(Committed committed, String topic, Duration bucket, Duration patience) {
  private static final Set<String> TOLD = Set.of("surge", "blind");

  private record Last(int sequence, boolean over, Instant detected) {}

  /** Whether the last word of every incident was told; waits a little for it. */
  Finding lastWords(Collection<String> updates) throws InterruptedException {
    Map<String, Last> incidents = incidents(updates);
    long end = System.nanoTime() + patience.toNanos();
    Map<String, Last> untold = untold(incidents);
    while (!untold.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(1_000);
      untold = untold(incidents);
    }
    return new Finding(
        "notifications",
        untold.isEmpty() && !incidents.isEmpty(),
        untold.isEmpty()
            ? "%,d incidents, the last word of each was taken".formatted(incidents.size())
            : "of %,d incidents the last word of %d was not taken, such as %s"
                .formatted(incidents.size(), untold.size(), untold.keySet().iterator().next()));
  }

  private Map<String, Last> untold(Map<String, Last> incidents) {
    Map<String, Entry> told = told();
    Map<String, Last> untold = new TreeMap<>(incidents);
    untold.entrySet().removeIf(one -> isTold(one.getValue(), told.get(one.getKey())));
    return untold;
  }

  /** What came since may have been told as well. */
  private static boolean isTold(Last last, @Nullable Entry entry) {
    return entry != null
        && entry.outcome() == Outcome.DELIVERED
        && (entry.sequence() > last.sequence
            || (entry.sequence() == last.sequence && entry.open() != last.over));
  }

  /**
   * Whether every incident was told in time. The post that decided lies in the bucket that ended
   * when the incident was detected; what is counted here is from the beginning of that bucket, and
   * so a bucket's length too much at most.
   */
  Finding inTime(Collection<String> updates, Duration within) {
    Map<String, Entry> told = told();
    Duration longest = Duration.ZERO;
    String which = "";
    int pages = 0;
    for (Map.Entry<String, Last> incident : incidents(updates).entrySet()) {
      Entry entry = told.get(incident.getKey());
      if (entry != null && entry.firstAt() > 0) {
        pages++;
        Instant begin = incident.getValue().detected.minus(bucket);
        Duration took = Duration.between(begin, Instant.ofEpochMilli(entry.firstAt()));
        if (took.compareTo(longest) > 0) {
          longest = took;
          which = incident.getKey();
        }
      }
    }
    return new Finding(
        "pages",
        pages > 0 && longest.compareTo(within) <= 0,
        "%,d; the latest %.0f s after the bucket of its decisive post began, %s (%d s promised)"
            .formatted(pages, longest.toMillis() / 1_000.0, which, within.toSeconds()));
  }

  private Map<String, Last> incidents(Collection<String> updates) {
    Map<String, Last> last = new TreeMap<>();
    for (String line : updates) {
      JsonNode update = Committed.parse(line);
      String id = update.path("incident_id").asText();
      int sequence = update.path("sequence").asInt();
      Last known = last.get(id);
      if (TOLD.contains(update.path("kind").asText())
          && (known == null || known.sequence < sequence)) {
        boolean over = update.path("status").asText().equals("resolved");
        Instant detected = Instant.parse(update.path("detected_at").asText());
        last.put(id, new Last(sequence, over, detected));
      }
    }
    return last;
  }

  private Map<String, Entry> told() {
    Map<String, Entry> told = new HashMap<>();
    KafkaJournal.read(committed.client(), topic)
        .forEach(entry -> told.put(entry.incidentId(), entry));
    return told;
  }
}
