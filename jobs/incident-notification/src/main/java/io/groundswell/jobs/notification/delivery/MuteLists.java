package io.groundswell.jobs.notification.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.notice.Fact;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.Notice.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What each mute has held back; told when it ends, so that nothing is held back for ever. */
final class MuteLists {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Loop loop;
  private final Consumer<Notice> tell;

  /** Of each mute, the latest notice of each incident that it held back. */
  private final Map<String, Map<String, Notice>> lists = new TreeMap<>();

  MuteLists(Loop loop, Consumer<Notice> tell) {
    this.loop = loop;
    this.tell = tell;
  }

  /** A mute holds back a page. */
  void held(Notice notice) {
    Notice.Mute mute = notice.mute();
    if (mute == null || mute.until() <= loop.now()) {
      return;
    }
    if (!lists.containsKey(mute.id())) {
      lists.put(mute.id(), new TreeMap<>());
      loop.at(mute.until(), () -> end(mute));
    }
    lists.getOrDefault(mute.id(), Map.of()).put(notice.incidentId(), notice);
  }

  private void end(Notice.Mute mute) {
    Map<String, Notice> held = lists.remove(mute.id());
    if (held != null) {
      tell.accept(list(mute, List.copyOf(held.values())));
    }
  }

  private static Notice list(Notice.Mute mute, List<Notice> held) {
    Notice first = held.get(0);
    List<Fact> facts = new ArrayList<>();
    for (Notice one : held) {
      String when = Instant.ofEpochMilli(one.detectedAt()).toString();
      facts.add(new Fact(one.severity() + " " + when, one.title(), one.report()));
    }
    String title =
        "The mute \"%s\" is over; it held back %d %s"
            .formatted(mute.because(), held.size(), held.size() == 1 ? "page" : "pages");
    String id = "mute:" + mute.id();
    return new Notice(
        id,
        (int) (mute.until() / 1_000), // Later lists of a mute that recurs are later updates.
        Said.RESOLVED,
        Severity.SEV4,
        IncidentKind.SURGE,
        first.subject(),
        title,
        first.onsetAt(),
        first.detectedAt(),
        mute.until(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        facts,
        List.of(),
        null,
        "Muted by " + mute.by() + ".",
        false,
        json(id, title, held));
  }

  private static String json(String id, String title, List<Notice> held) {
    ObjectNode list = JSON.createObjectNode();
    list.put("mute_id", id);
    list.put("title", title);
    held.forEach(one -> list.withArray("incidents").add(one.incidentId()));
    return list.toString();
  }
}
