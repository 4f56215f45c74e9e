package io.groundswell.state.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.Link;
import io.groundswell.cep.Signals;
import io.groundswell.cep.host.HostPatterns;
import io.groundswell.cep.host.PatternKey;
import io.groundswell.cep.language.BuiltIn;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Savepoint;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator of Flink's has begun, the host of all patterns completes. */
@SuppressWarnings("try") // Flink's harness says that closing it may throw anything.
class BegunMatchesTest {
  private static final int GROUPS = 128;
  private static final long MINUTE = 60_000;
  private static final PatternSet SET =
      new PatternSet(3 * MINUTE, BuiltIn.rules(new AcrossRules(10, 10, 2, 1)));

  @TempDir Path folder;

  @Test
  void anOpenSurgeEnds() throws Exception {
    Pattern<ScoredBucket, ?> recovery =
        Pattern.<ScoredBucket>begin("open", AfterMatchSkipStrategy.noSkip())
            .where(SimpleCondition.of(bucket -> bucket.turn() == Turn.OPENS))
            .followedBy("calm")
            .where(SimpleCondition.of(bucket -> bucket.turn() == Turn.RESOLVES))
            .within(Duration.ofDays(30));

    List<SurgeMatch> found =
        goesOn(
            "pattern-recovery-v1",
            begun(
                recovery,
                ScoredBucket.class,
                ScoredBucket::subject,
                bucket("acme", 1, Level.EXTREME, Turn.OPENS),
                bucket("other", 1, Level.ELEVATED, Turn.NONE)),
            bucket("acme", 5, Level.CALM, Turn.RESOLVES),
            bucket("other", 5, Level.CALM, Turn.RESOLVES));

    assertThat(found).extracting(BegunMatchesTest::told).containsExactly("recovery acme 1-5");
  }

  @Test
  void aBucketThatWaitedIsRead() throws Exception {
    Pattern<ScoredBucket, ?> sudden =
        Pattern.<ScoredBucket>begin("calm", AfterMatchSkipStrategy.noSkip())
            .where(SimpleCondition.of(bucket -> bucket.level() == Level.CALM))
            .next("extreme")
            .where(SimpleCondition.of(bucket -> bucket.turn() == Turn.OPENS));

    List<SurgeMatch> found =
        goesOn(
            "pattern-sudden-v1",
            begun(
                sudden,
                ScoredBucket.class,
                ScoredBucket::subject,
                bucket("acme", 1, Level.CALM, Turn.NONE),
                bucket("acme", 2, Level.EXTREME, Turn.OPENS)));

    assertThat(found).extracting(BegunMatchesTest::told).containsExactly("sudden acme 1-2");
  }

  @Test
  void aProductThatHasRisenIsFollowedByOneThatDependsOnIt() throws Exception {
    Pattern<Link, ?> cascade =
        Pattern.<Link>begin("upstream", AfterMatchSkipStrategy.skipPastLastEvent())
            .where(SimpleCondition.of(link -> link.bucket().subject().equals(link.upstream())))
            .followedBy("downstream")
            .where(SimpleCondition.of(link -> link.bucket().subject().equals(link.downstream())))
            .within(Duration.ofMinutes(30));
    Link risen = new Link("login", "acme", bucket("login", 1, Level.ELEVATED, Turn.NONE));

    List<SurgeMatch> found =
        goesOn(
            "pattern-cascade-v1",
            begun(cascade, Link.class, link -> link.upstream() + ">" + link.downstream(), risen),
            bucket("acme", 9, Level.ELEVATED, Turn.NONE));

    assertThat(found).extracting(BegunMatchesTest::told).containsExactly("cascade acme 1-9");
  }

  @Test
  void whatIsTooOldIsForgotten() throws Exception {
    Pattern<ScoredBucket, ?> spread =
        Pattern.<ScoredBucket>begin("first", AfterMatchSkipStrategy.skipPastLastEvent())
            .followedByAny("second")
            .followedByAny("third")
            .within(Duration.ofMinutes(15));
    OperatorSubtaskState begun =
        begun(
            spread,
            ScoredBucket.class,
            bucket -> Signals.product(bucket.subject()),
            bucket("acme@IT", 1, Level.ELEVATED, Turn.NONE),
            bucket("acme@DE", 1, Level.ELEVATED, Turn.NONE));

    assertThat(goesOn("pattern-spread-v1", begun, bucket("acme@US", 9, Level.ELEVATED, Turn.NONE)))
        .extracting(BegunMatchesTest::told)
        .containsExactly("spread acme@US 1-9");
    try (Host host = Host.from(migrated("pattern-spread-v1", begun, "late"))) {
      host.processBothWatermarks(new Watermark(40 * MINUTE));
      assertThat(host.numKeyedStateEntries()).isZero();
    }
  }

  /** What the operator has kept after these, the last of which it has not been shown yet. */
  @SafeVarargs
  private static <T> OperatorSubtaskState begun(
      Pattern<T, ?> pattern, Class<T> type, KeySelector<T, String> group, T... items)
      throws Exception {
    CepOperator<T, String, Integer> operator =
        new CepOperator<>(
            TypeInformation.of(type).createSerializer(new SerializerConfigImpl()),
            false,
            NFACompiler.compileFactory(pattern, false),
            null,
            pattern.getAfterMatchSkipStrategy(),
            new Silent<>(),
            null);
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(operator, group, Types.STRING, GROUPS, 1, 0)) {
      harness.open();
      for (T item : items) {
        ScoredBucket bucket = item instanceof Link link ? link.bucket() : (ScoredBucket) item;
        harness.processElement(new StreamRecord<>(item, bucket.end() - 1));
      }
      harness.processWatermark(new Watermark(2 * MINUTE - 1));
      return harness
          .snapshotWithLocalState(1, 1, SavepointType.savepoint(SavepointFormatType.CANONICAL))
          .getJobManagerOwnedState();
    }
  }

  private List<SurgeMatch> goesOn(
      String uid, OperatorSubtaskState begun, ScoredBucket... afterwards) throws Exception {
    try (Host host = Host.from(migrated(uid, begun, "migrated"))) {
      for (ScoredBucket bucket : afterwards) {
        host.read(bucket);
      }
      host.processBothWatermarks(new Watermark(20 * MINUTE));
      return host.extractOutputValues();
    }
  }

  private OperatorSubtaskState migrated(String uid, OperatorSubtaskState begun, String name)
      throws Exception {
    OperatorState operator = new OperatorState(null, uid, new OperatorID(1, 2), 1, GROUPS);
    operator.putState(0, begun);
    Path old = Files.createDirectories(folder.resolve(name + "-old"));
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(old.resolve("_metadata")))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(1, List.of(operator), List.of()), out);
    }
    Edits edits = new Edits();
    Savepoint savepoint = Savepoint.open(old);
    new BegunMatches(edits).carry(savepoint);
    Path to = folder.resolve(name);
    Map<String, Long> written =
        new Rewriting(savepoint, edits, to).write("test", Rewriting.Progress.SILENT);
    assertThat(written).allSatisfy((state, entries) -> assertThat(state).startsWith("host-"));
    OperatorState host = Savepoint.open(to).operators().get(0);
    assertThat(Savepoint.uid(host)).isEqualTo("host-patterns");
    return host.getStates().iterator().next();
  }

  private static ScoredBucket bucket(String subject, int minute, Level level, Turn turn) {
    int posts = level == Level.CALM ? 0 : 5;
    return new ScoredBucket(
        subject,
        minute * MINUTE,
        (minute + 1) * MINUTE,
        posts,
        posts,
        .5,
        level == Level.CALM ? 0 : 12,
        14.3,
        168,
        level,
        turn,
        SurgeSize.NONE);
  }

  private static String told(SurgeMatch match) {
    return "%s %s %d-%d"
        .formatted(
            match.pattern(),
            match.last().subject(),
            match.first().start() / MINUTE,
            match.last().start() / MINUTE);
  }

  /** Nothing is found before the host goes on. */
  private static final class Silent<T> extends PatternProcessFunction<T, Integer> {
    private static final long serialVersionUID = 1;

    @Override
    public void processMatch(Map<String, List<T>> match, Context context, Collector<Integer> out) {
      out.collect(1);
    }
  }

  /** The host by itself, with the built-in patterns. */
  private static final class Host
      extends KeyedTwoInputStreamOperatorTestHarness<PatternKey, Signal, PatternSet, SurgeMatch> {
    private static final Signals SIGNALS =
        new Signals(
            CatalogueFile.of(
                "catalogue",
                "products: [{id: acme, depends_on: [login]}, {id: login}]\n",
                Catalogue.none()));

    private Host() throws Exception {
      super(
          new HostPatterns(new Regions(List.of()), 1000),
          PatternKey::of,
          null,
          TypeInformation.of(PatternKey.class),
          GROUPS,
          1,
          0);
    }

    static Host from(OperatorSubtaskState state) throws Exception {
      Host host = new Host();
      host.setup();
      host.initializeState(state);
      host.open();
      host.processElement2(new StreamRecord<>(SET, 0));
      return host;
    }

    void read(ScoredBucket bucket) {
      SIGNALS.of(
          bucket,
          signal -> {
            try {
              processElement1(new StreamRecord<>(signal, bucket.end() - 1));
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }
}
