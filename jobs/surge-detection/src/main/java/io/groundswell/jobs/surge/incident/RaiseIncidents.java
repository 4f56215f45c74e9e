package io.groundswell.jobs.surge.incident;

import static io.groundswell.domain.incident.SupportQueues.concerning;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.IncidentDesk;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.SupportQueue;
import io.groundswell.domain.incident.SupportQueues;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.volume.Channel;
import io.groundswell.jobs.surge.Uids;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Surges to incidents. One instance sees the unusual buckets of all subjects, which are few, and no
 * posts; so a region over all products can join the incident of the product that fails there.
 */
public final class RaiseIncidents
    extends KeyedCoProcessFunction<Byte, ScoredBucket, SurgeMatch, IncidentUpdate> {
  private static final long serialVersionUID = 1;
  private static final Comparator<ScoredBucket> BY_SUBJECT =
      Comparator.comparing(ScoredBucket::subject).thenComparingLong(ScoredBucket::start);

  private final Catalogue catalogue;
  private final Policy policy;
  private transient IncidentDesk desk;
  private transient ListState<ScoredBucket> buckets;
  private transient ListState<SurgeMatch> matches;
  private transient MapState<String, Incident> incidents;
  private transient MapState<String, SupportQueue> queues;

  /** Writes incidents about the products of a catalogue. */
  public RaiseIncidents(Catalogue catalogue, Policy policy) {
    this.catalogue = catalogue;
    this.policy = policy;
  }

  @Override
  public void open(OpenContext context) {
    desk = new IncidentDesk(catalogue, policy);
    buckets =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.UNUSUAL_BUCKETS, TypeInformation.of(ScoredBucket.class)));
    matches =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(Uids.MATCHES, TypeInformation.of(SurgeMatch.class)));
    incidents =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    Uids.INCIDENTS, Types.STRING, TypeInformation.of(Incident.class)));
    queues =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    Uids.SUPPORT_QUEUES, Types.STRING, TypeInformation.of(SupportQueue.class)));
  }

  @Override
  public void processElement1(ScoredBucket bucket, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    buckets.add(bucket);
    context.timerService().registerEventTimeTimer(bucket.end() - 1);
  }

  @Override
  public void processElement2(SurgeMatch match, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    matches.add(match);
    context.timerService().registerEventTimeTimer(match.last().end() - 1);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<IncidentUpdate> out)
      throws Exception {
    if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
      return; // The input has ended: what nobody has seen is not known to be calm.
    }
    List<ScoredBucket> closed = Waiting.take(buckets, ScoredBucket::end, time + 1);
    closed.sort(BY_SUBJECT);
    List<SurgeMatch> matched = Waiting.take(matches, match -> match.last().end(), time + 1);
    SortedMap<String, Incident> known = new TreeMap<>();
    for (Map.Entry<String, Incident> entry : incidents.entries()) {
      known.put(entry.getKey(), entry.getValue());
    }
    SupportQueues concerned = concerned(known, closed, matched);
    for (IncidentUpdate update : desk.close(known, concerned, time + 1, closed, matched)) {
      out.collect(update);
    }
    incidents.clear();
    incidents.putAll(known);
    queues.putAll(concerned.bySubject());
    long next = desk.nextCheck(known);
    if (next != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(next - 1);
    }
  }

  /** The queues that matter now: of thousands, those that something was heard of. */
  private SupportQueues concerned(
      Map<String, Incident> known, List<ScoredBucket> closed, List<SurgeMatch> matched)
      throws Exception {
    Set<String> subjects = new TreeSet<>();
    known.values().forEach(incident -> subjects.addAll(concerning(incident.subject)));
    closed.forEach(bucket -> subjects.addAll(concerning(Channel.subject(bucket.subject()))));
    matched.forEach(match -> subjects.addAll(concerning(Channel.subject(match.last().subject()))));
    Map<String, SupportQueue> found = new TreeMap<>();
    for (String subject : subjects) {
      SupportQueue queue = queues.get(subject);
      if (queue != null) {
        found.put(subject, queue);
      }
    }
    return new SupportQueues(found, !queues.isEmpty());
  }
}
