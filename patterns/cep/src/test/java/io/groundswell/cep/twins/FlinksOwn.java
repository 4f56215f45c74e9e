package io.groundswell.cep.twins;

import io.groundswell.cep.host.SignalOrder;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** One pattern in the operator of Flink's CEP library. */
@SuppressWarnings("try") // Flink's harness says that closing it may throw anything.
final class FlinksOwn {
  private FlinksOwn() {}

  /** Each match as the buckets of its stages, in the order in which they were found. */
  static List<List<List<ScoredBucket>>> run(Pattern<Signal, ?> pattern, List<Signal> signals)
      throws Exception {
    Keep keep = new Keep();
    Keep.FOUND.get().clear();
    CepOperator<Signal, String, Integer> operator =
        new CepOperator<>(
            TypeInformation.of(Signal.class).createSerializer(new SerializerConfigImpl()),
            false,
            NFACompiler.compileFactory(pattern, false),
            new SignalOrder(),
            pattern.getAfterMatchSkipStrategy(),
            keep,
            null);
    try (KeyedOneInputStreamOperatorTestHarness<String, Signal, Integer> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(operator, Signal::group, Types.STRING)) {
      harness.open();
      long end = 0;
      for (Signal signal : signals) {
        if (signal.bucket().end() > end) {
          harness.processWatermark(new Watermark(end - 1));
          end = signal.bucket().end();
        }
        harness.processElement(new StreamRecord<>(signal, signal.bucket().end() - 1));
      }
      harness.processWatermark(new Watermark(Long.MAX_VALUE));
    }
    return List.copyOf(Keep.FOUND.get());
  }

  /** Keeps matches of this thread's operator. */
  private static final class Keep extends PatternProcessFunction<Signal, Integer> {
    private static final long serialVersionUID = 1;
    static final ThreadLocal<List<List<List<ScoredBucket>>>> FOUND =
        ThreadLocal.withInitial(ArrayList::new);

    @Override
    public void processMatch(
        Map<String, List<Signal>> match, Context context, Collector<Integer> out) {
      FOUND
          .get()
          .add(
              match.values().stream()
                  .map(stage -> stage.stream().map(Signal::bucket).toList())
                  .toList());
    }
  }
}
