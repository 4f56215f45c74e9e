package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.route.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what was said of each incident, whom it reached, and what people answered. */
final class Stories {
  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparingLong(Entry::firstAt).thenComparing(Entry::destination);

  private final Map<String, SortedMap<Integer, Told>> told = new TreeMap<>();
  private final Map<String, List<Entry>> entries = new TreeMap<>();
  private final Map<String, List<Verdict>> verdicts = new TreeMap<>();

  private Stories(Records records) {
    for (Told update : records.told()) {
      told.computeIfAbsent(update.incidentId(), id -> new TreeMap<>())
          .put(update.sequence(), update);
      if (update.verdict() != null) {
        add(verdicts, update.incidentId(), update.verdict());
      }
    }
    for (Entry entry : Records.orNone(records.deliveries())) {
      add(entries, entry.incidentId(), entry);
    }
    for (Verdict verdict : Records.orNone(records.verdicts())) {
      add(verdicts, verdict.incidentId(), verdict);
    }
  }

  private static <T> void add(Map<String, List<T>> lists, String key, T value) {
    lists.computeIfAbsent(key, id -> new ArrayList<>()).add(value);
  }

  /** The stories of all incidents, in the order of their detection. */
  static List<Story> of(Records records) {
    Stories stories = new Stories(records);
    TreeSet<String> ids = new TreeSet<>(stories.told.keySet());
    stories.entries.forEach(
        (id, known) -> {
          if (known.stream().anyMatch(entry -> isPage(entry, Severity.SEV4))) {
            ids.add(id);
          }
        });
    return ids.stream()
        .map(stories::story)
        .sorted(Comparator.comparingLong(Story::detectedAt).thenComparing(Story::incidentId))
        .toList();
  }

  private Story story(String id) {
    Collection<Told> updates = told.getOrDefault(id, new TreeMap<>()).values();
    Severity worst =
        updates.stream().map(Told::severity).min(Comparator.naturalOrder()).orElse(Severity.SEV4);
    List<Entry> pages =
        entries.getOrDefault(id, List.of()).stream()
            .filter(entry -> isPage(entry, worst))
            .sorted(IN_ORDER)
            .toList();
    Told last = updates.stream().reduce((one, next) -> next).orElse(null);
    return last == null ? known(id, pages) : known(updates, last, pages);
  }

  /**
   * Whether a destination was told of something urgent. An entry has the urgency of the last
   * update, and incidents end less urgent than they were.
   */
  private static boolean isPage(Entry entry, Severity worst) {
    return entry.firstAt() > 0
        && (Route.isUrgent(worst)
            || entry.severity().equals(Severity.SEV1.name())
            || entry.severity().equals(Severity.SEV2.name()));
  }

  private Story known(Collection<Told> updates, Told last, List<Entry> pages) {
    String id = last.incidentId();
    Map<String, Mute> mutes = new TreeMap<>();
    updates.stream()
        .map(Told::mute)
        .filter(Objects::nonNull)
        .forEach(mute -> mutes.put(mute.id(), mute));
    return new Story(
        id,
        last.kind(),
        last.subject(),
        title(updates),
        last.owner(),
        last.onsetAt(),
        last.detectedAt(),
        last.over() ? (Long) last.updatedAt() : null,
        List.copyOf(mutes.values()),
        pages,
        acknowledgedAt(id, updates.stream().map(Told::acknowledgedAt)),
        judgement(id));
  }

  /** What was said when it first was as urgent as it became: the end tells nothing of it. */
  private static String title(Collection<Told> updates) {
    return updates.stream().min(Comparator.comparing(Told::severity)).orElseThrow().title();
  }

  /** Of an incident whose updates are gone, deliveries still say that it was. */
  private Story known(String id, List<Entry> pages) {
    Entry first = pages.get(0);
    return new Story(
        id,
        IncidentKind.SURGE,
        id.substring(0, Math.max(0, id.lastIndexOf(':'))),
        id,
        first.owner(),
        first.firstAt(),
        first.firstAt(),
        null,
        List.of(),
        pages,
        acknowledgedAt(id, Stream.of()),
        judgement(id));
  }

  private @Nullable Long acknowledgedAt(String id, Stream<@Nullable Long> updates) {
    Stream<Long> answers =
        verdicts.getOrDefault(id, List.of()).stream()
            .filter(verdict -> verdict.judgement() == Judgement.ACKNOWLEDGED)
            .map(Verdict::at);
    return Stream.concat(updates.filter(Objects::nonNull), answers)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private @Nullable Judgement judgement(String id) {
    return verdicts.getOrDefault(id, List.of()).stream()
        .filter(verdict -> verdict.judgement() != Judgement.ACKNOWLEDGED)
        .max(Verdict.IN_ORDER)
        .map(Verdict::judgement)
        .orElse(null);
  }
}
