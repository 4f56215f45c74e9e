package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns surges into incidents: subjects that the same people complain about are one incident
 * ({@link Causes}), named after the one with the largest evidence over its threshold. Works bucket
 * by bucket; the result depends on what the bucket holds, never on the order in which it came.
 */
public final class IncidentDesk {
  /**
   * The strongest first; equally strong ones in the order of their keys. Patterns that people have
   * written come last: what suffices by itself is told as that.
   */
  private static final Comparator<SurgeMatch> STRONGEST =
      Comparator.comparing((SurgeMatch match) -> Incidents.isOwn(match.pattern()))
          .thenComparingDouble(match -> match.last().threshold() - match.last().evidence())
          .thenComparing(match -> match.last().subject())
          .thenComparing(SurgeMatch::pattern);

  /** Who joins an incident decides who joins it next, so that one order is needed. */
  private static final Comparator<ScoredBucket> IN_ORDER =
      Comparator.comparing(ScoredBucket::subject).thenComparingLong(ScoredBucket::start);

  private final Policy policy;
  private final long resolveAfter;
  private final long reopenWithin;
  private final long remembered;
  private final Causes causes;
  private final Endings endings;
  private final Departures departures;
  private final Urgency urgency;
  private final Wording wording;

  /**
   * A desk for the incidents of a catalogue, by a policy.
   *
   * @param patterns the patterns that people have written
   * @param simulatedQueue whether the support queue is generated, as is said where it is named
   */
  public IncidentDesk(
      Catalogue catalogue, Policy policy, List<PatternRule> patterns, boolean simulatedQueue) {
    this.policy = policy;
    this.resolveAfter = policy.resolveAfter().toMillis();
    this.reopenWithin = policy.reopenWithin().toMillis();
    this.remembered = Math.max(reopenWithin, Buckets.DAY);
    this.causes = new Causes(catalogue);
    this.endings = new Endings(resolveAfter);
    this.departures = new Departures(catalogue);
    this.urgency = new Urgency(catalogue);
    this.wording =
        new Wording(
            catalogue,
            AcrossRules.of(policy, catalogue),
            patterns,
            simulatedQueue ? "simulated support queue" : "support queue");
  }

  /**
   * Takes in what a closed bucket brought.
   *
   * @param incidents open and lately resolved incidents by id; changed in place
   * @param queues the support queues; changed in place
   * @param end end of the bucket, epoch milliseconds
   * @param buckets the bucket's scores that patterns have seen, all of the support queue, and what
   *     feeds say ({@link Holds})
   * @param matches the patterns that matched with it
   * @return at most one update an incident, ordered by incident id
   */
  public List<IncidentUpdate> close(
      SortedMap<String, Incident> incidents,
      SupportQueues queues,
      long end,
      List<ScoredBucket> buckets,
      List<SurgeMatch> matches) {
    incidents.values().removeIf(i -> !i.open() && end - i.resolvedAt > remembered);
    Urgency.quiet(incidents.values(), end - policy.bucket().toMillis());
    queues.add(buckets, matches, end);
    Holds.apply(incidents.values(), buckets);
    SortedMap<String, Status> news = new TreeMap<>();
    List<ScoredBucket> posted =
        buckets.stream()
            .filter(bucket -> !Channel.SUPPORT.holds(bucket.subject()) && !Holds.is(bucket))
            .filter(bucket -> !departures.isGone(bucket.subject()))
            .sorted(IN_ORDER)
            .toList();
    List<SurgeMatch> strongest =
        strongest(matches).stream()
            .filter(match -> !departures.isGone(match.last().subject()))
            .toList();
    raise(incidents, posted, strongest, news);
    withhold(incidents, new Leak(incidents.values(), posted), end, news);
    incidents.values().forEach(incident -> lead(incident, queues, news));
    urgency.judge(incidents.values(), end, news);
    incidents.values().forEach(incident -> endings.resolve(incident, queues, end, news));
    incidents.values().forEach(incident -> departures.resolve(incident, end, news));
    List<IncidentUpdate> updates = report(incidents, end, news);
    incidents.values().removeIf(incident -> incident.withheld && !incident.open());
    return updates;
  }

  private void raise(
      SortedMap<String, Incident> incidents,
      List<ScoredBucket> posted,
      List<SurgeMatch> strongest,
      Map<String, Status> news) {
    Leak leak = new Leak(incidents.values(), posted);
    measure(incidents, posted, news); // Those that are members know their people.
    strongest.stream()
        .filter(match -> Incidents.opens(match) && product(match) != null)
        .forEach(match -> open(incidents, match, leak, news));
    measure(incidents, posted, news);
    strongest.stream()
        .filter(match -> Incidents.opens(match) && product(match) == null)
        .forEach(match -> open(incidents, match, leak, news));
    strongest.forEach(match -> follow(incidents, match, news));
    measure(incidents, posted, news);
  }

  private static List<SurgeMatch> strongest(List<SurgeMatch> matches) {
    return matches.stream()
        .filter(match -> !Channel.SUPPORT.holds(match.last().subject()))
        .sorted(STRONGEST)
        .toList();
  }

  private static @Nullable String product(SurgeMatch match) {
    return Subject.parse(match.last().subject()).product();
  }

  private void open(
      SortedMap<String, Incident> incidents,
      SurgeMatch match,
      Leak leak,
      Map<String, Status> news) {
    String key = Incidents.subject(match);
    Incident known = causes.of(incidents.values(), match, key, reopenWithin);
    boolean pair = Incidents.isPair(match);
    if (known == null && pair) {
      known = causes.of(incidents.values(), match, match.last().subject(), reopenWithin);
    }
    if (known == null) {
      known = Incidents.open(match);
      if (known.across && known.observed < policy.minAuthors(Subject.parse(key))) {
        return;
      }
      Causes.leave(incidents.values(), key, known);
      Causes.supersede(incidents.values(), key);
      leak.withhold(known);
      incidents.put(known.id, known);
      news.put(known.id, Status.OPENED);
    } else {
      Causes.leave(incidents.values(), key, known);
      join(known, key, match, news);
    }
    if (pair) {
      depend(known, match, news);
    }
  }

  /** The product that depends on another fails with it. */
  private void depend(Incident incident, SurgeMatch match, Map<String, Status> news) {
    String dependant = match.last().subject();
    if (!dependant.equals(incident.cause) && !incident.dependants.contains(dependant)) {
      incident.dependants.add(dependant);
      Incidents.include(incident, match.last(), resolveAfter);
      news.putIfAbsent(incident.id, Status.UPDATED);
    }
  }

  private void join(Incident incident, String key, SurgeMatch match, Map<String, Status> news) {
    Causes.span(incident, Subject.parse(key));
    if (Incidents.isAcross(match)) {
      match.buckets().forEach(bucket -> Incidents.include(incident, bucket, resolveAfter));
    } else {
      if (incident.subject.equals(key)) {
        Incidents.goOn(incident);
      }
      measure(incident, match.last(), news);
    }
    if (!incident.open()) {
      Incidents.reopen(incident, match);
      news.put(incident.id, Status.REOPENED);
    }
    if (Incidents.notes(incident, match)) {
      news.putIfAbsent(incident.id, Status.UPDATED);
    }
  }

  private void measure(
      SortedMap<String, Incident> incidents, List<ScoredBucket> buckets, Map<String, Status> news) {
    for (ScoredBucket bucket : buckets) {
      Incident home = causes.home(incidents.values(), bucket);
      if (home != null) {
        measure(home, bucket, news);
      }
    }
  }

  private void measure(Incident incident, ScoredBucket bucket, Map<String, Status> news) {
    boolean wider = Incidents.measure(incident, bucket, resolveAfter);
    if (wider && Subject.parse(bucket.subject()).product() != null) {
      news.putIfAbsent(incident.id, Status.UPDATED);
    }
  }

  private static void follow(
      SortedMap<String, Incident> incidents, SurgeMatch match, Map<String, Status> news) {
    if (Incidents.isAcross(match)) {
      return;
    }
    for (Incident incident : incidents.values()) {
      if (incident.open() && incident.subject.equals(match.last().subject())) {
        if (match.last().turn() == Turn.ESCALATES && incident.kind() == IncidentKind.SURGE) {
          incident.pattern = match.pattern();
          news.merge(incident.id, Status.ESCALATED, IncidentDesk::weightier);
        } else if (match.last().turn() == Turn.RESOLVES) {
          incident.recovered = true;
          incident.pattern = match.pattern();
        }
      }
    }
  }

  private static Status weightier(Status known, Status added) {
    return known == Status.UPDATED ? added : known;
  }

  /**
   * When an incident may be over or less urgent although nothing more happens.
   *
   * @return epoch milliseconds; {@link Long#MAX_VALUE} where none may
   */
  public long nextCheck(SortedMap<String, Incident> incidents) {
    return Math.min(endings.next(incidents), Urgency.next(incidents.values()));
  }

  /** Tells what chatter explains no longer, and remembers how much chatter there has been. */
  private static void withhold(
      SortedMap<String, Incident> incidents, Leak leak, long end, Map<String, Status> news) {
    for (Incident incident : incidents.values()) {
      if (incident.withheld && !leak.explains(incident)) {
        incident.withheld = false;
        incident.detectedAt = end;
        news.put(incident.id, Status.OPENED);
      }
    }
    for (Incident incident : incidents.values()) {
      if (incident.open() && incident.kind() == IncidentKind.CHATTER) {
        incident.note(end);
        incident.withholds = Math.max(incident.withholds, leak.withheldBy(incident));
      }
    }
  }

  private static void lead(Incident incident, SupportQueues queues, Map<String, Status> news) {
    boolean told = incident.kind() == IncidentKind.SURGE && !incident.withheld;
    if (told && incident.open() && queues.measure(incident)) {
      news.putIfAbsent(incident.id, Status.UPDATED);
    }
  }

  private List<IncidentUpdate> report(
      SortedMap<String, Incident> incidents, long end, SortedMap<String, Status> news) {
    List<IncidentUpdate> updates = new ArrayList<>();
    news.forEach(
        (id, status) -> {
          Incident incident = incidents.get(id);
          if (incident != null && !incident.withheld) {
            incident.sequence++;
            incident.status = status;
            incident.told = incident.observed;
            updates.add(wording.update(incident, end));
          }
        });
    return updates;
  }

  /** Whether the bucket says that its subject is out of the ordinary. */
  static boolean unusual(ScoredBucket bucket) {
    return bucket.level() != Level.CALM;
  }
}
