package io.groundswell.domain.incident;

import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An incident desk with its memory, and all that it has said so far. */
public final class Desk {
  static final int RESOLVE_AFTER = 30;
  static final int REOPEN_WITHIN = 120;
  private static final Policy POLICY =
      Policy.builder()
          .resolveAfter(Duration.ofMinutes(RESOLVE_AFTER))
          .reopenWithin(Duration.ofMinutes(REOPEN_WITHIN))
          .build();

  private final IncidentDesk desk;
  private final SortedMap<String, Incident> incidents = new TreeMap<>();
  private SupportQueues queues = new SupportQueues(new TreeMap<>(), new TreeMap<>(), false);
  private final List<IncidentUpdate> said = new ArrayList<>();

  Desk(PatternRule... patterns) {
    desk = new IncidentDesk(Bulletin.catalogue(), POLICY, List.of(patterns), false);
  }

  /** A desk for patterns that people have written. */
  static Desk knowing(PatternRule... patterns) {
    return new Desk(patterns);
  }

  /** Takes in bulletins, bucket by bucket in the order given. */
  static Desk given(Bulletin... bulletins) {
    return new Desk().then(bulletins);
  }

  /** A desk that has heard of the support queue before. */
  public static Desk withQueue() {
    Desk desk = new Desk();
    desk.queues = new SupportQueues(new TreeMap<>(), new TreeMap<>(), true);
    return desk;
  }

  Desk then(Bulletin... bulletins) {
    List<Bulletin> rest = new ArrayList<>(Arrays.asList(bulletins));
    while (!rest.isEmpty()) {
      long end = rest.get(0).bucket().end();
      List<Bulletin> closed = new ArrayList<>();
      while (!rest.isEmpty() && rest.get(0).bucket().end() == end) {
        closed.add(rest.remove(0));
      }
      close(end, closed);
    }
    return this;
  }

  /** Nothing happens, but the bucket that starts in this minute closes. */
  Desk quietAt(int minute) {
    close(Bulletin.at(minute + 1), List.of());
    return this;
  }

  /** A bucket closes in which subjects have risen together. */
  List<IncidentUpdate> matched(long end, SurgeMatch match) {
    List<IncidentUpdate> updates =
        desk.close(incidents, queues, end, List.of(match.last()), List.of(match));
    said.addAll(updates);
    return updates;
  }

  public List<IncidentUpdate> close(long end, List<Bulletin> bulletins) {
    List<ScoredBucket> buckets = bulletins.stream().map(Bulletin::bucket).toList();
    List<SurgeMatch> matches =
        bulletins.stream().flatMap(bulletin -> bulletin.matches().stream()).toList();
    List<IncidentUpdate> updates = desk.close(incidents, queues, end, buckets, matches);
    said.addAll(updates);
    return updates;
  }

  public SupportQueues queues() {
    return queues;
  }

  List<IncidentUpdate> said() {
    return said;
  }

  IncidentUpdate last() {
    return said.get(said.size() - 1);
  }

  /** Minutes after noon at which an incident may be over although nothing more happens. */
  long nextCheck() {
    return (desk.nextCheck(incidents) - Bulletin.NOON) / Bulletin.MINUTE;
  }

  boolean waits() {
    return desk.nextCheck(incidents) != Long.MAX_VALUE;
  }

  public SortedMap<String, Incident> incidents() {
    return incidents;
  }
}
