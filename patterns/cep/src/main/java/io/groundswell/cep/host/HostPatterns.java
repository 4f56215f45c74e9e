package io.groundswell.cep.host;

import io.groundswell.cep.Report;
import io.groundswell.cep.automaton.Memory;
import io.groundswell.cep.automaton.Run;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternCheck;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Roster;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.pattern.Tenure;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs every pattern that is in force for every group, and goes over to others when it is told.
 * Signals wait for the watermark and are read in their order, so that nothing depends on how they
 * arrived; which patterns read one depends on when its bucket ends.
 */
public final class HostPatterns extends AbstractStreamOperator<SurgeMatch>
    implements TwoInputStreamOperator<Signal, PatternSet, SurgeMatch>,
        Triggerable<PatternKey, VoidNamespace> {
  private static final long serialVersionUID = 1;
  private static final String ROSTER = "roster";
  private static final String WAITING = "waiting-signals";
  private static final String OPEN = "open-runs";

  /** Names of its states; Flink's own shared buffer has some besides. */
  public static final List<String> STATES = List.of(ROSTER, WAITING, OPEN, Memory.PARTIAL);

  private final Regions regions;
  private final int most;

  private transient BroadcastState<String, Roster> rosters;
  private transient MapState<Long, List<Signal>> waiting;
  private transient ValueState<OpenRuns> open;
  private transient Memory memory;
  private transient Compiled compiled;
  private transient Roster roster;
  private transient boolean begun;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Counter late;
  private transient Counter lateSets;
  private transient Counter refusedSets;
  private transient DropCounts droppedMatches;

  /**
   * A host.
   *
   * @param regions which regions lie in which
   * @param most how many partial matches of a pattern and a group are kept
   */
  public HostPatterns(Regions regions, int most) {
    this.regions = regions;
    this.most = most;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    var config = getExecutionConfig().getSerializerConfig();
    TypeInformation<Signal> signal = TypeInformation.of(Signal.class);
    rosters =
        context
            .getOperatorStateStore()
            .getBroadcastState(
                new MapStateDescriptor<>(ROSTER, Types.STRING, TypeInformation.of(Roster.class)));
    Roster known = rosters.get(ROSTER);
    begun = known != null;
    roster = known == null ? Roster.of(PatternSet.always(List.of())) : known;
    waiting =
        context
            .getKeyedStateStore()
            .getMapState(new MapStateDescriptor<>(WAITING, Types.LONG, Types.LIST(signal)));
    open =
        context
            .getKeyedStateStore()
            .getState(new ValueStateDescriptor<>(OPEN, TypeInformation.of(OpenRuns.class)));
    memory = new Memory(context.getKeyedStateStore(), signal.createSerializer(config));
  }

  @Override
  public void open() throws Exception {
    super.open();
    timers = getInternalTimerService("moments", VoidNamespaceSerializer.INSTANCE, this);
    compiled = new Compiled(regions, getRuntimeContext());
    late = metrics.counter("numLateRecordsDropped");
    lateSets = metrics.counter("numLatePatternSets");
    refusedSets = metrics.counter("numPatternSetsRefused");
    droppedMatches = new DropCounts(metrics);
    know();
  }

  @Override
  public void processElement1(StreamRecord<Signal> element) throws Exception {
    long time = element.getTimestamp();
    if (time <= timers.currentWatermark()) {
      late.inc();
      return;
    }
    List<Signal> together = waiting.get(time);
    if (together == null) {
      together = new ArrayList<>();
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    }
    together.add(element.getValue());
    waiting.put(time, together);
  }

  /**
   * The first set holds from the beginning. One that is unsound, or older than the last one, is
   * passed over everywhere alike.
   */
  @Override
  public void processElement2(StreamRecord<PatternSet> element) throws Exception {
    PatternSet set = element.getValue();
    if (roster.isPast(set) || !PatternCheck.problems(set.rules()).isEmpty()) {
      refusedSets.inc();
      return;
    }
    if (begun && set.effectiveAt() < timers.currentWatermark()) {
      lateSets.inc();
    }
    roster = begun ? roster.with(set) : Roster.of(set);
    begun = true;
    rosters.put(ROSTER, roster);
    compiled.keep(roster);
    know();
  }

  private void know() {
    roster.tenures().forEach(tenure -> droppedMatches.know(tenure.rule().id()));
  }

  @Override
  public void onEventTime(InternalTimer<PatternKey, VoidNamespace> timer) throws Exception {
    PatternKey key = timer.getKey();
    if (key.isAlone()) {
      read(key, timer.getTimestamp());
    } else {
      end(key, timer.getTimestamp());
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<PatternKey, VoidNamespace> timer) {
    throw new IllegalStateException("patterns know event time only");
  }

  /** Shows the signals of a moment to every pattern that reads them. */
  private void read(PatternKey group, long time) throws Exception {
    List<Signal> signals = new ArrayList<>(waiting.get(time));
    waiting.remove(time);
    signals.sort(InOrder.COMPARATOR);
    Set<OpenRun> before = openRuns();
    Set<OpenRun> after = new LinkedHashSet<>();
    for (Tenure tenure : roster.tenures()) {
      OpenRun run = OpenRun.of(tenure);
      boolean known = before.remove(run);
      if (tenure.rule().reads(group.over(), group.group())) {
        setCurrentKey(group.of(run));
        if (read(tenure, signals, time, known)) {
          after.add(run);
        }
      }
    }
    for (OpenRun forgotten : before) {
      setCurrentKey(group.of(forgotten));
      memory.clear();
    }
    setCurrentKey(group);
    remember(after);
  }

  /** Whether the version has partial matches afterwards. */
  private boolean read(Tenure tenure, List<Signal> signals, long time, boolean known)
      throws Exception {
    List<Signal> own =
        signals.stream().filter(signal -> tenure.reads(signal.bucket().end())).toList();
    boolean begins = own.stream().anyMatch(signal -> tenure.begins(signal.bucket().end()));
    if (!known && !begins) {
      return false;
    }
    if (own.isEmpty()) {
      boolean over = signals.stream().allMatch(signal -> signal.bucket().end() > tenure.finishes());
      if (over) {
        memory.clear();
      }
      return !over;
    }
    Run run = compiled.of(tenure).run(memory);
    run.advance(time);
    for (Signal signal : own) {
      if (!tenure.begins(signal.bucket().end())) {
        run.beginNothing();
      }
      OptionalLong ends = run.read(signal);
      if (ends.isPresent()) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, ends.getAsLong());
      }
      drop(run, tenure);
    }
    tell(tenure, run, time);
    return run.save();
  }

  /** A window is over: what waited for nothing is complete, and what is too old goes. */
  private void end(PatternKey key, long time) throws Exception {
    if (memory.isEmpty()) {
      return;
    }
    Optional<Tenure> tenure = roster.find(key.pattern(), key.since());
    boolean goesOn = false;
    if (tenure.isPresent() && tenure.get().reads(time + 1)) {
      Run run = compiled.of(tenure.get()).run(memory);
      run.advance(time);
      tell(tenure.get(), run, time);
      goesOn = run.save();
    } else {
      memory.clear();
    }
    if (!goesOn) {
      setCurrentKey(key.alone());
      Set<OpenRun> runs = openRuns();
      runs.remove(new OpenRun(key.pattern(), key.since()));
      remember(runs);
    }
  }

  /** How many partial matches this instance has dropped. */
  long dropped() {
    return droppedMatches.all();
  }

  private void drop(Run run, Tenure tenure) throws Exception {
    int dropped = run.dropBeyond(most);
    if (dropped > 0) {
      droppedMatches.add(tenure.rule().id(), dropped);
    }
  }

  private void tell(Tenure tenure, Run run, long time) {
    String id = tenure.rule().id();
    for (List<List<ScoredBucket>> stages : run.found()) {
      SurgeMatch match =
          tenure.rule().over() == Over.SUBJECT
              ? Report.ofOne(id, stages)
              : Report.across(id, stages);
      output.collect(new StreamRecord<>(match, time));
    }
  }

  private Set<OpenRun> openRuns() throws Exception {
    OpenRuns known = open.value();
    return known == null ? new LinkedHashSet<>() : new LinkedHashSet<>(known.runs());
  }

  private void remember(Set<OpenRun> runs) throws Exception {
    if (runs.isEmpty()) {
      open.clear();
    } else {
      open.update(new OpenRuns(List.copyOf(runs)));
    }
  }

  @Override
  public void close() throws Exception {
    if (memory != null) {
      memory.close();
    }
    super.close();
  }
}
