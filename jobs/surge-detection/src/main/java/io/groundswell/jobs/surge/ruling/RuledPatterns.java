package io.groundswell.jobs.surge.ruling;

import io.groundswell.cep.language.BuiltIn;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.jobs.surge.Rules;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells which patterns hold, the built-in ones and those that people have written: before anything
 * else those that the job begins or goes on with, and others as the rules change. A job that is
 * started with other rules than it was stopped with goes over to them there.
 */
public final class RuledPatterns extends AbstractStreamOperator<PatternSet>
    implements OneInputStreamOperator<Ruling, PatternSet> {
  /** The operator's identity in a savepoint. */
  public static final String UID = "ruled-patterns";

  private static final long serialVersionUID = 1;

  /** Ended inputs stand here. */
  private static final long LAST = Long.MAX_VALUE - 2;

  private final Rules first;
  private transient HeardRulings rulings;
  private transient boolean goesOn;
  private transient long watermark;
  private transient @Nullable List<PatternRule> told;

  RuledPatterns(Rules first) {
    this.first = first;
  }

  /**
   * Adds the operator.
   *
   * @param rulings what is ruled, in the order of its moments; sound
   * @param first what holds until something else is ruled
   */
  public static DataStream<PatternSet> add(DataStream<Ruling> rulings, Rules first) {
    return rulings
        .transform("Ruled patterns", TypeInformation.of(PatternSet.class), new RuledPatterns(first))
        .uid(UID)
        .setParallelism(1);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    rulings = new HeardRulings(first, context);
    goesOn = context.isRestored();
    watermark = Long.MIN_VALUE;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    rulings.snapshot();
  }

  @Override
  public void processElement(StreamRecord<Ruling> element) {
    Ruling ruling = element.getValue();
    if (rulings.take(ruling, watermark) && told != null) {
      tell(ruling.from());
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    if (told == null) {
      begin();
    }
    super.processWatermark(mark);
  }

  /**
   * Where a job goes on, what has been counted until now is decided by the patterns of then; a new
   * one has counted nothing. What comes later is told as well: who knows it already learns no news.
   */
  private void begin() {
    long from = goesOn ? Math.min(watermark, LAST) + 1 : PatternSet.ALWAYS;
    send(from);
    rulings.moments().filter(moment -> moment > from).distinct().sorted().forEach(this::send);
  }

  private void tell(long from) {
    if (!rules(from).equals(told)) {
      send(from);
    }
  }

  private void send(long from) {
    told = rules(from);
    output.collect(new StreamRecord<>(new PatternSet(from, told)));
  }

  private List<PatternRule> rules(long from) {
    return rules(rulings.at(from + 1));
  }

  private static List<PatternRule> rules(Rules rules) {
    List<PatternRule> all =
        new ArrayList<>(BuiltIn.rules(AcrossRules.of(rules.policy(), rules.catalogue())));
    all.addAll(rules.patterns());
    return all;
  }
}
