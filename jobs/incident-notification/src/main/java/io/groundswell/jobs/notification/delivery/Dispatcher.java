package io.groundswell.jobs.notification.delivery;

import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.NoticeJson;
import io.groundswell.jobs.notification.notice.OwnNotice;
import io.groundswell.jobs.notification.notice.Plain;
import io.groundswell.jobs.notification.notice.UnreadableNotice;
import io.groundswell.jobs.notification.route.Condition;
import io.groundswell.jobs.notification.route.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Hands each update of an incident to the destinations that are to be told, and sees that an urgent
 * one reaches somebody. Used in the {@link Loop} only.
 */
public final class Dispatcher {
  private static final long HOUR = 3_600_000;
  private static final int MOST_OF_A_RECORD = 1_000;

  private final Routes routes;
  private final Map<String, Outbox> outboxes = new LinkedHashMap<>();
  private final Map<String, Matter> matters = new TreeMap<>();
  private final MuteLists mutes;
  private final Fallbacks fallbacks;
  private final Journal journal;
  private final Loop loop;
  private final Counts counts = new Counts();

  /** An incident that is open, or that somebody has still to be told of. */
  private record Matter(Notice latest, Kept kept) {}

  /**
   * How patient it is.
   *
   * @param fallbackAfter an urgent notice that nobody has taken for so long goes to the fallback
   * @param giveUpAfter a notice that a destination has not taken for so long is not tried again
   */
  public record Patience(Duration fallbackAfter, Duration giveUpAfter) {}

  /**
   * A dispatcher that goes on from what the journal says.
   *
   * @param destinations by name, in the order of the settings
   */
  public Dispatcher(
      Routes routes,
      Map<String, Destination> destinations,
      Patience patience,
      Journal journal,
      Loop loop,
      RandomGenerator random) {
    this.routes = routes;
    this.journal = journal;
    this.loop = loop;
    this.mutes = new MuteLists(loop, this::muteEnded);
    this.fallbacks =
        new Fallbacks(outboxes, loop, patience.fallbackAfter().toMillis(), this::fallBack);
    Desk desk =
        new Desk(loop, journal, counts, random, patience.giveUpAfter().toMillis(), this::settled);
    Set<String> pagers = routes.pagers();
    destinations.forEach(
        (name, one) -> {
          boolean pages = one.manner().pages() || pagers.contains(name);
          outboxes.put(name, new Outbox(name, one, pages, desk));
        });
    journal.read().forEach(this::restore);
    forgetLater();
  }

  /** Tells nobody anything, whatever it takes, until {@link #begin}. */
  public void pause() {
    outboxes.values().forEach(Outbox::pause);
  }

  /** Tells what it has taken. */
  public void begin() {
    outboxes.values().forEach(Outbox::begin);
  }

  private void restore(Entry entry) {
    Outbox outbox = outboxes.get(entry.destination());
    Notice notice = entry.notice() == null ? null : readOrNull(entry.notice());
    if (outbox != null) {
      outbox.restore(entry, notice);
    }
    if (notice != null && entry.outcome() == Entry.Outcome.HELD) {
      mutes.held(notice);
    }
  }

  private static @Nullable Notice readOrNull(String json) {
    try {
      return NoticeJson.read(json);
    } catch (UnreadableNotice e) {
      return null; // Another version wrote it; what it says of the destination still counts.
    }
  }

  /** Takes an update of an incident; one that was taken before does nothing. */
  public void take(Kept kept) {
    Notice notice;
    try {
      notice = NoticeJson.read(kept.json());
    } catch (UnreadableNotice e) {
      refuse(kept.json(), "no update of an incident, " + e.getMessage());
      return;
    }
    Matter known = matters.get(notice.incidentId());
    if (known == null || known.latest().sequence() < notice.sequence()) {
      matters.put(notice.incidentId(), new Matter(notice, kept));
      tell(notice, kept.arrivedAt());
      forgetIfDone(notice.incidentId());
    }
  }

  /**
   * What is neither an update nor a request is kept where people look for what was not delivered.
   *
   * @param why in a few words
   */
  public void refuse(String record, String why) {
    counts.add(Counts.Of.UNREADABLE);
    String beginning = Plain.cut(record, MOST_OF_A_RECORD);
    journal.write(
        new Entry(
            "none",
            "unreadable:" + Integer.toHexString(record.hashCode()),
            0,
            Entry.Outcome.REFUSED,
            false,
            false,
            null,
            0,
            0,
            loop.now(),
            "",
            null,
            why,
            beginning));
  }

  private void tell(Notice notice, long arrivedAt) {
    Routes.Told told = routes.told(notice);
    if (!told.routed() && Condition.FAULTS.contains(notice.kind())) {
      counts.add(Counts.Of.UNROUTED);
    }
    Set<String> names = new LinkedHashSet<>(told.to());
    outboxes.forEach((name, outbox) -> addIf(outbox.follows(notice.incidentId()), name, names));
    names.forEach(name -> give(name, notice, arrivedAt));
    fallbacks.watch(notice, told, arrivedAt);
  }

  private static void addIf(boolean follows, String name, Set<String> names) {
    if (follows) {
      names.add(name);
    }
  }

  private void give(String name, Notice notice, long arrivedAt) {
    Outbox outbox = outboxes.get(name);
    if (outbox != null && (!outbox.pages() || mayPage(notice.kind()))) {
      outbox.take(notice, arrivedAt);
    }
    if (outbox != null && outbox.holdsBack(notice.incidentId())) {
      mutes.held(notice);
    }
  }

  /** What is recorded only wakes nobody up, whatever a route says. */
  private static boolean mayPage(IncidentKind kind) {
    return Condition.FAULTS.contains(kind);
  }

  private void fallBack(Notice notice, Routes.Told told) {
    Matter matter = matters.get(notice.incidentId());
    Notice latest = matter == null ? notice : matter.latest();
    if (!latest.over()) {
      counts.add(Counts.Of.FELL_BACK);
      told.fallback().forEach(name -> give(name, latest, loop.now()));
    }
  }

  private void settled(Entry entry) {
    Matter matter = matters.get(entry.incidentId());
    if (matter != null && entry.outcome() == Entry.Outcome.REFUSED) {
      Notice latest = matter.latest();
      loop.run(() -> fallbacks.refused(entry.destination(), latest, routes.told(latest)));
    }
    loop.run(() -> forgetIfDone(entry.incidentId()));
  }

  private void forgetIfDone(String incidentId) {
    Matter matter = matters.get(incidentId);
    if (matter != null
        && matter.latest().over()
        && outboxes.values().stream().allMatch(outbox -> outbox.isDone(incidentId))) {
      matters.remove(incidentId);
    }
  }

  private void forgetLater() {
    loop.at(
        loop.now() + HOUR,
        () -> {
          outboxes.values().forEach(Outbox::forget);
          forgetLater();
        });
  }

  /** What a mute held back is told to those who may read it later, and wakes nobody up. */
  private void muteEnded(Notice.Mute mute, List<Notice> held) {
    Set<String> readers = new LinkedHashSet<>();
    held.forEach(notice -> readers.addAll(routes.readers(notice)));
    readers.removeIf(name -> outboxes.containsKey(name) && outboxes.get(name).pages());
    Notice list = OwnNotice.endOf(mute, held);
    readers.forEach(name -> give(name, list, loop.now()));
    held.forEach(
        notice -> outboxes.values().forEach(outbox -> outbox.unmuted(notice.incidentId())));
  }

  /**
   * Tries once more what could not be delivered.
   *
   * @param incidentId of one incident, or of all where it is null
   * @return how many notices
   */
  public int redeliver(@Nullable String incidentId) {
    return outboxes.values().stream().mapToInt(outbox -> outbox.redeliver(incidentId)).sum();
  }

  /** What has to be known after a restart: given to {@link #take} again, it goes on. */
  public List<Kept> snapshot() {
    List<Kept> kept = new ArrayList<>();
    matters.values().forEach(matter -> kept.add(matter.kept()));
    return kept;
  }

  /** What became of notices. */
  public Counts counts() {
    return counts;
  }
}
