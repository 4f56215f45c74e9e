package io.groundswell.jobs.surge.incident;

import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.IncidentDesk;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.QueueDays;
import io.groundswell.domain.incident.SupportQueue;
import io.groundswell.domain.incident.SupportQueues;
import io.groundswell.domain.lead.LeadBook;
import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Channel;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Surges to incidents. One instance sees the unusual buckets of all subjects, which are few, and no
 * posts; so a region over all products can join the incident of the product that fails there.
 */
public final class RaiseIncidents
    extends KeyedCoProcessFunction<Byte, ScoredBucket, FoundMatch, IncidentUpdate> {
  /** Rows of the lead ledger, each time that they change. */
  public static final OutputTag<LeadEntry> LEADS =
      new OutputTag<>("leads", TypeInformation.of(LeadEntry.class));

  private static final long serialVersionUID = 1;
  private static final Comparator<ScoredBucket> BY_SUBJECT =
      Comparator.comparing(ScoredBucket::subject).thenComparingLong(ScoredBucket::start);

  private final Rules first;
  private final boolean simulatedContacts;
  private transient KeptRulings rulings;
  private transient ByRules<Rules, IncidentDesk> desks;
  private transient ListState<ScoredBucket> buckets;
  private transient ListState<SurgeMatch> matches;
  private transient MapState<String, Incident> incidents;
  private transient MapState<String, SupportQueue> queues;
  private transient MapState<String, QueueDays> queueDays;
  private transient MapState<String, LeadEntry> leads;

  /**
   * Writes incidents by the rules that hold as a bucket ends.
   *
   * @param first what holds until something else is ruled
   * @param simulatedContacts whether the support queue is generated
   */
  public RaiseIncidents(Rules first, boolean simulatedContacts) {
    this.first = first;
    this.simulatedContacts = simulatedContacts;
  }

  @Override
  public void open(OpenContext context) {
    rulings = new KeptRulings(first, getRuntimeContext());
    desks =
        ByRules.whole(
            rules ->
                new IncidentDesk(
                    rules.catalogue(), rules.policy(), rules.patterns(), simulatedContacts));
    buckets =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.UNUSUAL_BUCKETS, TypeInformation.of(ScoredBucket.class)));
    matches =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(Uids.MATCHES, TypeInformation.of(SurgeMatch.class)));
    incidents = map(Uids.INCIDENTS, Incident.class);
    queues = map(Uids.SUPPORT_QUEUES, SupportQueue.class);
    queueDays = map(Uids.QUEUE_DAYS, QueueDays.class);
    leads = map(Uids.LEAD_ENTRIES, LeadEntry.class);
  }

  private <T> MapState<String, T> map(String name, Class<T> type) {
    return getRuntimeContext()
        .getMapState(new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(type)));
  }

  @Override
  public void processElement1(ScoredBucket bucket, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    buckets.add(bucket);
    context.timerService().registerEventTimeTimer(bucket.end() - 1);
  }

  @Override
  public void processElement2(FoundMatch found, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    if (found.ruling() != null) {
      take(found.ruling(), context);
    }
    SurgeMatch match = found.match();
    if (match == null) {
      return;
    }
    SurgeMatch told = match.foundBy(context.timestamp() + 1);
    matches.add(told);
    context.timerService().registerEventTimeTimer(told.last().end() - 1);
  }

  /** What it changes of incidents that are open, it changes with the bucket that it falls into. */
  private void take(Ruling ruling, Context context) throws Exception {
    rulings.take(ruling, context.timerService().currentWatermark());
    if (ruling.from() != RawRecord.NO_TIME) {
      long width = first.policy().bucket().toMillis();
      long start = Buckets.start(ruling.from(), width);
      context.timerService().registerEventTimeTimer(Buckets.lastMoment(start, width));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<IncidentUpdate> out)
      throws Exception {
    IncidentDesk desk = desks.of(rulings.at(time + 1));
    List<ScoredBucket> closed = Waiting.take(buckets, ScoredBucket::end, time + 1);
    closed.sort(BY_SUBJECT);
    List<SurgeMatch> matched = Waiting.take(matches, match -> match.last().end(), time + 1);
    SortedMap<String, Incident> known = new TreeMap<>();
    for (Map.Entry<String, Incident> entry : incidents.entries()) {
      known.put(entry.getKey(), entry.getValue());
    }
    SupportQueues concerned = concerned(known, closed, matched);
    Map<String, LeadEntry> entries = entries(known.keySet(), concerned);
    if (context.timerService().currentWatermark() != Long.MAX_VALUE) {
      for (IncidentUpdate update : desk.close(known, concerned, time + 1, closed, matched)) {
        out.collect(update);
      }
      keep(desk, known, concerned, context);
    } // Else the input has ended: what nobody has seen is not known to be calm.
    Set<String> before = Set.copyOf(entries.keySet());
    new LeadBook(entries)
        .close(known.values(), concerned, time + 1, closed)
        .forEach(row -> context.output(LEADS, row));
    keep(before, entries);
  }

  private void keep(
      IncidentDesk desk,
      SortedMap<String, Incident> known,
      SupportQueues concerned,
      OnTimerContext timer)
      throws Exception {
    incidents.clear();
    incidents.putAll(known);
    queues.putAll(concerned.byCause());
    queueDays.putAll(concerned.days());
    long next = desk.nextCheck(known);
    if (next != Long.MAX_VALUE) {
      timer.timerService().registerEventTimeTimer(next - 1);
    }
  }

  private void keep(Set<String> before, Map<String, LeadEntry> entries) throws Exception {
    for (String slot : before) {
      if (!entries.containsKey(slot)) {
        leads.remove(slot);
      }
    }
    leads.putAll(entries);
  }

  private Map<String, LeadEntry> entries(Set<String> known, SupportQueues concerned)
      throws Exception {
    return found(leads, LeadBook.slots(known, concerned.byCause().keySet()));
  }

  /** The queues that matter now: of thousands, those that something was heard of. */
  private SupportQueues concerned(
      Map<String, Incident> known, List<ScoredBucket> closed, List<SurgeMatch> matched)
      throws Exception {
    Set<String> subjects = new TreeSet<>();
    Stream.concat(closed.stream(), matched.stream().map(SurgeMatch::last))
        .map(ScoredBucket::subject)
        .filter(Channel.SUPPORT::holds)
        .forEach(key -> subjects.add(Channel.subject(key)));
    Set<String> causes = new TreeSet<>();
    known.values().forEach(incident -> causes.add(incident.cause));
    subjects.forEach(subject -> causes.add(SupportQueues.cause(subject)));
    Map<String, QueueDays> days = found(queueDays, subjects);
    boolean opens = matched.stream().map(SurgeMatch::last).anyMatch(SupportQueues::isAboutARegion);
    if (opens || days.entrySet().stream().anyMatch(SupportQueues::isARegionThatWaits)) {
      queues.keys().forEach(causes::add); // Whether any other surges is asked then alone.
    }
    return new SupportQueues(found(queues, causes), days, !queues.isEmpty());
  }

  private static <T> Map<String, T> found(MapState<String, T> state, Set<String> keys)
      throws Exception {
    Map<String, T> found = new TreeMap<>();
    for (String key : keys) {
      T value = state.get(key);
      if (value != null) {
        found.put(key, value);
      }
    }
    return found;
  }
}
