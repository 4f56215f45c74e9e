package io.groundswell.cep.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.PatternCompiler;
import io.groundswell.cep.PatternShape;
import io.groundswell.cep.Report;
import io.groundswell.cep.Signals;
import io.groundswell.cep.Walks;
import io.groundswell.cep.host.Hosted;
import io.groundswell.cep.language.BuiltIn;
import io.groundswell.cep.language.PatternsYaml;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns as data find what the same patterns find that are written by hand for Flink. */
class TwinsTest {
  private static final int MINUTES = 400;
  private static final long[] SEEDS = {1, 2, 3, 4, 5, 6};
  private static final Regions REGIONS = new Regions(Walks.CATALOGUE.regions());
  private static final Map<String, Pattern<Signal, ?>> TWINS = Twins.all(REGIONS);
  private static final List<PatternRule> RULES = rules();

  @Test
  void thereAreTwentyAndTheirShapesAreThoseOfTheirTwins() {
    assertThat(RULES)
        .extracting(PatternRule::id)
        .hasSize(20)
        .containsExactlyInAnyOrderElementsOf(TWINS.keySet());
    PatternCompiler compiler = new PatternCompiler(REGIONS);
    assertThat(RULES)
        .allSatisfy(
            rule -> {
              Pattern<Signal, ?> twin = Objects.requireNonNull(TWINS.get(rule.id()));
              Pattern<Signal, ?> compiled = compiler.compile(rule);
              assertThat(PatternShape.of(compiled)).isEqualTo(PatternShape.of(twin));
              assertThat(compiled.getWindowSize()).isEqualTo(twin.getWindowSize());
              assertThat(compiled.getAfterMatchSkipStrategy())
                  .isEqualTo(twin.getAfterMatchSkipStrategy());
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theHostFindsWhatFlinksOperatorFinds(long seed) throws Exception {
    List<ScoredBucket> walk = Walks.of(seed, MINUTES);
    List<SurgeMatch> hosted;
    try (Hosted host = Hosted.begin(PatternSet.always(RULES), 1000, 1)) {
      read(host, walk);
      hosted = host.found();
    }

    for (PatternRule rule : RULES) {
      List<SurgeMatch> twin = ofTwin(rule, walk);
      for (String group : groups(rule, twin)) {
        assertThat(ofGroup(hosted, rule, group))
            .as(rule.id() + " of " + group)
            .isEqualTo(ofGroup(twin, rule, group));
      }
      assertThat(hosted.stream().filter(match -> match.pattern().equals(rule.id())))
          .as(rule.id())
          .hasSameSizeAs(twin);
    }
  }

  /** The built-in ones: Flink's own operator runs them as they are compiled. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theHostFindsWhatAnOperatorForEachBuiltInPatternFinds(long seed) throws Exception {
    List<ScoredBucket> walk = Walks.of(seed, MINUTES);
    List<PatternRule> builtIn = BuiltIn.rules(new AcrossRules(10, 10, 2, 1));
    List<SurgeMatch> hosted;
    try (Hosted host = Hosted.begin(PatternSet.always(builtIn), 1000, 1)) {
      read(host, walk);
      hosted = host.found();
    }

    List<SurgeMatch> expected = new ArrayList<>();
    for (PatternRule rule : builtIn) {
      expected.addAll(found(rule, new PatternCompiler(REGIONS).compile(rule), walk));
    }
    assertThat(hosted).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(hosted)
        .extracting(SurgeMatch::pattern)
        .containsAll(builtIn.stream().map(PatternRule::id).toList());
  }

  @Test
  void everyPatternFindsSomething() throws Exception {
    for (PatternRule rule : RULES) {
      int found = 0;
      for (long seed : SEEDS) {
        found += ofTwin(rule, Walks.of(seed, MINUTES)).size();
      }
      assertThat(found).as(rule.id()).isPositive();
    }
  }

  private static void read(Hosted host, List<ScoredBucket> walk) throws Exception {
    long end = 0;
    for (ScoredBucket bucket : walk) {
      if (bucket.end() > end) {
        host.advance(end - 1);
        end = bucket.end();
      }
      host.read(List.of(bucket));
    }
    host.advance(Long.MAX_VALUE);
  }

  private static List<SurgeMatch> ofTwin(PatternRule rule, List<ScoredBucket> walk)
      throws Exception {
    return found(rule, Objects.requireNonNull(TWINS.get(rule.id())), walk);
  }

  private static List<SurgeMatch> found(
      PatternRule rule, Pattern<Signal, ?> pattern, List<ScoredBucket> walk) throws Exception {
    List<Signal> signals = new ArrayList<>();
    Signals of = new Signals(Walks.CATALOGUE);
    for (ScoredBucket bucket : walk) {
      of.of(bucket, signals::add);
    }
    signals.removeIf(signal -> signal.over() != rule.over());
    return FlinksOwn.run(pattern, signals).stream()
        .map(
            stages ->
                rule.over() == Over.SUBJECT
                    ? Report.ofOne(rule.id(), stages)
                    : Report.across(rule.id(), stages))
        .toList();
  }

  private static Set<String> groups(PatternRule rule, List<SurgeMatch> matches) {
    Set<String> groups = new TreeSet<>();
    matches.forEach(match -> groups.add(group(rule, match)));
    return groups;
  }

  private static List<SurgeMatch> ofGroup(
      List<SurgeMatch> matches, PatternRule rule, String group) {
    return matches.stream()
        .filter(match -> match.pattern().equals(rule.id()) && group(rule, match).equals(group))
        .toList();
  }

  /** There is one pair only. */
  private static String group(PatternRule rule, SurgeMatch match) {
    return switch (rule.over()) {
      case SUBJECT -> match.last().subject();
      case REGIONS -> Signals.product(match.last().subject());
      case DEPENDENCY -> "";
    };
  }

  private static List<PatternRule> rules() {
    try (InputStream in = TwinsTest.class.getResourceAsStream("twenty.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Names names =
          new Names(
              Map.of(
                  "bucket", 60_000L,
                  "resolve_after", Twins.RESOLVE_AFTER.toMillis(),
                  "reopen_within", Twins.REOPEN_WITHIN.toMillis()),
              Map.of("spread_from", Twins.SPREAD_FROM));
      PatternsYaml.Result read = PatternsYaml.read(text, names);
      assertThat(read.problems()).isEmpty();
      return read.rules();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
