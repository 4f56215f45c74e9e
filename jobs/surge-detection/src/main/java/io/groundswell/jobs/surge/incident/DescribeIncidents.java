package io.groundswell.jobs.surge.incident;

import static io.groundswell.domain.incident.Status.RESOLVED;
import static io.groundswell.domain.incident.Status.UPDATED;

import io.groundswell.domain.briefing.Briefer;
import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Signals;
import io.groundswell.domain.briefing.Stories;
import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.report.Reports;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.measure.OpenIncidents;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Incidents to what people are told of them: the desk's figures, and what posts say. One instance
 * hears a sample of all reports, which does not grow with their number.
 */
public final class DescribeIncidents
    extends KeyedCoProcessFunction<Byte, IncidentUpdate, HeardRemark, Briefing> {
  private static final long serialVersionUID = 1;
  private static final ListStateDescriptor<IncidentUpdate> UPDATES =
      new ListStateDescriptor<>(Uids.WAITING_UPDATES, TypeInformation.of(IncidentUpdate.class));
  private static final MapStateDescriptor<String, Story> STORIES =
      new MapStateDescriptor<>(Uids.STORIES, Types.STRING, TypeInformation.of(Story.class));

  /** Whoever is told of more than a change of status, severity or mute is told once a minute. */
  private static final long APART = 60_000;

  private final Rules first;
  private final boolean simulatedContacts;
  private final ArrivalRule rule;
  private transient KeptRulings rulings;
  private transient ByRules<Rules, Briefer> briefers;
  private transient Rules rules;
  private transient Archive archive;
  private transient OpenIncidents metrics;
  private transient ChangeLog changes;
  private transient ListState<IncidentUpdate> updates;
  private transient ListState<Remark> remarks;
  private transient MapState<String, Story> stories;
  private transient KeptHabits habits;

  /**
   * Tells of incidents by the rules that hold as it does.
   *
   * @param first what holds until something else is ruled
   * @param simulatedContacts the support queue is generated, so that no title tells of a lead
   */
  public DescribeIncidents(Rules first, boolean simulatedContacts) {
    this.simulatedContacts = simulatedContacts;
    this.first = first;
    Policy policy = first.policy();
    this.rule = new ArrivalRule(policy.bucket().toMillis(), policy.lateEvidence().toMillis());
  }

  /** Accumulator of briefings with a status. */
  public static String counter(Status status) {
    return "incidents." + status.label();
  }

  /**
   * What it remembers beyond buckets that are open, but for what people wrote lately; stories have
   * some of that as well ({@link Story#strike}).
   */
  public static List<StateDescriptor<?, ?>> lasting() {
    return List.of(
        UPDATES,
        STORIES,
        KeptHabits.DESCRIPTOR,
        ChangeLog.CHANGES,
        ChangeLog.TEMPOS,
        ChangeLog.SINCE,
        KeptRulings.DESCRIPTOR);
  }

  @Override
  public void open(OpenContext context) {
    rulings = new KeptRulings(first, getRuntimeContext());
    briefers =
        ByRules.whole(
            by -> new Briefer(by.catalogue(), by.policy(), by.templates(), !simulatedContacts));
    archive = new Archive(getRuntimeContext(), rule.width());
    changes = new ChangeLog(getRuntimeContext());
    metrics = new OpenIncidents(getRuntimeContext().getMetricGroup());
    updates = getRuntimeContext().getListState(UPDATES);
    remarks =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(Uids.WAITING_REMARKS, TypeInformation.of(Remark.class)));
    stories = getRuntimeContext().getMapState(STORIES);
    habits = new KeptHabits(getRuntimeContext());
  }

  @Override
  public void processElement1(IncidentUpdate update, Context context, Collector<Briefing> out)
      throws Exception {
    updates.add(update);
    context.timerService().registerEventTimeTimer(update.updatedAt() - 1);
  }

  @Override
  public void processElement2(HeardRemark heard, Context context, Collector<Briefing> out)
      throws Exception {
    if (heard.ruling() != null) {
      rulings.take(heard.ruling(), context.timerService().currentWatermark());
    }
    Remark remark = heard.remark();
    if (remark == null) {
      return;
    }
    remarks.add(remark);
    long end = end(remark);
    context.timerService().registerEventTimeTimer(end - 1);
    context.timerService().registerEventTimeTimer(end + Archive.KEPT - 1);
  }

  private long end(Remark remark) {
    Signal signal = remark.signal();
    Reports reports = remark.reports();
    Change change = remark.change();
    if (signal != null) {
      return rule.end(signal.at(), signal.closed());
    }
    if (change != null) {
      return rule.end(change.at(), change.closed());
    }
    return (reports == null ? 0 : reports.start()) + rule.width();
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Briefing> out) throws Exception {
    long end = time + 1;
    rules = rulings.at(end);
    SortedMap<String, Story> known = new TreeMap<>();
    for (Map.Entry<String, Story> entry : stories.entries()) {
      known.put(entry.getKey(), entry.getValue());
    }
    hear(known, Waiting.take(remarks, this::end, end), end);
    archive.keep();
    List<IncidentUpdate> news = Waiting.take(updates, IncidentUpdate::updatedAt, end);
    news.sort(IncidentUpdate.IN_ORDER);
    for (IncidentUpdate update : news) {
      tell(known, update, end, out);
    }
    for (Map.Entry<String, Story> entry : known.entrySet()) {
      Story story = entry.getValue();
      if (story.pending && end - story.toldAt >= APART) {
        Status status = story.isOver() ? RESOLVED : UPDATED;
        say(story, story.sequence + 1, status, known.values(), end, out);
      } else if (story.pending) {
        context.timerService().registerEventTimeTimer(story.toldAt + APART - 1);
      }
    }
    keep(known, end, context);
    archive.forget(end);
  }

  /** Takes in what posts tell, reports first: what is withdrawn was reported before. */
  private void hear(SortedMap<String, Story> known, List<Remark> due, long end) throws Exception {
    List<Signal> signals = new ArrayList<>();
    List<Change> made = new ArrayList<>();
    for (Remark remark : due) {
      if (remark.reports() != null) {
        Reports reports = archive.put(remark.reports());
        known.values().forEach(story -> Stories.add(story, reports));
        habits.learn(known.values(), reports);
      } else if (remark.signal() != null) {
        signals.add(remark.signal());
      } else if (remark.change() != null) {
        made.add(remark.change());
      }
    }
    made.sort(Change.IN_ORDER);
    changes.add(made, known.values(), end);
    for (Story story : known.values()) {
      story.pending |= made.stream().anyMatch(change -> isNews(story, change));
    }
    signals.sort(Signal.IN_ORDER);
    for (Signal signal : signals) {
      if (signal.kind() == Signal.Kind.WITHDRAWN) {
        archive.withdraw(signal.identity(), end - rule.width());
      }
      for (Story story : known.values()) {
        boolean told = Signals.take(story, signal);
        story.pending |= told && signal.kind() != Signal.Kind.WORKS_AGAIN;
      }
    }
  }

  /** What was changed before the incident may be its cause, and after it, a remedy. */
  private static boolean isNews(Story story, Change change) {
    boolean ofProduct = story.told().subject().product() != null;
    return ofProduct && !story.isOver() && story.isOf(change.product());
  }

  private void tell(
      SortedMap<String, Story> known, IncidentUpdate update, long end, Collector<Briefing> out)
      throws Exception {
    Story story = known.get(update.incidentId());
    if (story == null) {
      story = Stories.begin(update, rule.width());
      if (Stories.hasReports(update)) {
        String product = update.subject().product();
        Stories.recall(story, archive.since(story.curveFrom, end, product));
      }
      known.put(update.incidentId(), story);
    }
    boolean answered = story.last != null && !update.standing().equals(story.last.standing());
    Stories.turn(story, update);
    if (update.status() == UPDATED && !answered && end - story.toldAt < APART) {
      story.pending = true;
    } else {
      // The desk has counted what waited here as well, and nobody was told of that by itself.
      int number = story.sequence == 0 ? update.sequence() : story.sequence + 1;
      say(story, number, update.status(), known.values(), end, out);
    }
  }

  private void say(
      Story story,
      int sequence,
      Status status,
      Collection<Story> known,
      long end,
      Collector<Briefing> out)
      throws Exception {
    long before = story.toldAt;
    story.sequence = sequence;
    story.toldAt = end;
    story.pending = false;
    IncidentUpdate update = story.told().as(sequence, status, end);
    story.last = update;
    metrics.told(update);
    getRuntimeContext().getLongCounter(counter(status)).add(1L);
    String product = update.subject().product();
    Briefing briefing =
        Stories.hasReports(update)
            ? briefers
                .of(rules)
                .brief(
                    story,
                    habits.of(product == null ? "" : product),
                    changes.around(known, end),
                    before)
            : briefers.of(rules).plain(update);
    Signals.show(story, briefing.commonality().examples());
    out.collect(briefing);
  }

  /**
   * Of what is over for good nothing is kept. The desk goes on with an incident for as long, and
   * its updates have to be numbered on.
   */
  private void keep(SortedMap<String, Story> known, long end, OnTimerContext context)
      throws Exception {
    long remembered = Math.max(rules.policy().reopenWithin().toMillis(), Buckets.DAY);
    known.values().removeIf(story -> story.isOver() && end - story.toldAt > remembered);
    for (Story story : known.values()) {
      if (story.isOver()) {
        context.timerService().registerEventTimeTimer(story.toldAt + remembered);
      }
    }
    stories.clear();
    stories.putAll(known);
    metrics.are(known.values());
  }
}
