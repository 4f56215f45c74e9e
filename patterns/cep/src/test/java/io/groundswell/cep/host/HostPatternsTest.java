package io.groundswell.cep.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.Walks;
import io.groundswell.cep.language.PatternsYaml;
import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Patterns that come, change and go while buckets are read, each told in minutes. */
@SuppressWarnings("NullAway.Init")
class HostPatternsTest {
  private static final String RISE =
      """
      - id: rise
        on_change: %s
        stages:
          - begin: low
            where: {level: elevated}
          - followed_by: high
            where: {level: extreme, observed: {at_least: %d}}
        within: 30m
      """;
  private static final PatternRule OLD = rule(RISE.formatted("finish", 1));
  private static final PatternRule STRICTER = rule(RISE.formatted("finish", 50));
  private static final PatternRule STRICTER_AT_ONCE = rule(RISE.formatted("drop", 50));
  private static final String STAYS_QUIET =
      """
      - id: quiet
        stages:
          - begin: over
            where: {level: extreme}
          - not_followed_by: again
            where: {level: {at_least: elevated}}
        within: %s
      """;
  private static final PatternRule QUIET = rule(STAYS_QUIET.formatted("10m"));

  private Hosted host;

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void whatIsAddedBeginsWithBucketsThatEndLater() throws Exception {
    begin();
    host.goOver(set(10, OLD));
    read(elevated(9), extreme(10));
    assertThat(told()).isEmpty();

    read(elevated(11), extreme(12));
    assertThat(told()).containsExactly("rise 11-12");
  }

  @Test
  void eventTimeDecidesAndNotWhenTheSetArrives() throws Exception {
    begin();
    host.read(List.of(elevated(9), elevated(10), extreme(11)));
    host.goOver(set(10, OLD));
    host.advance(minutes(60));

    assertThat(told()).containsExactly("rise 10-11");
  }

  @Test
  void whatIsSwitchedOffIsDroppedWithItsState() throws Exception {
    begin(OLD);
    read(elevated(5));
    assertThat(host.entries()).isPositive();
    host.goOver(set(10));
    read(extreme(12));

    assertThat(told()).isEmpty();
    assertThat(host.entries()).isZero();
  }

  @Test
  void ofSilentSubjectsWhatIsOffGoesWithItsWindow() throws Exception {
    begin(OLD);
    read(elevated(5));
    host.goOver(set(10));
    host.advance(minutes(35));
    assertThat(host.entries()).isPositive();

    host.advance(minutes(36));
    assertThat(host.entries()).isZero();
  }

  @Test
  void switchedOffAndOnAgainItBeginsAnew() throws Exception {
    begin(OLD);
    host.goOver(set(10));
    host.goOver(set(12, OLD));
    read(elevated(5), elevated(10), extreme(13), elevated(14), extreme(15));

    assertThat(told()).containsExactly("rise 14-15");
  }

  @Test
  void whatHasBegunFinishesUnderTheOldVersionWhereNothingBegins() throws Exception {
    begin(OLD);
    host.goOver(set(10, STRICTER));
    read(elevated(5), elevated(12), extreme(13), elevated(14), many(15));

    assertThat(told()).containsExactlyInAnyOrder("rise 5-13", "rise 12-15", "rise 14-15");
  }

  @Test
  void theOldVersionEndsWithItsWindow() throws Exception {
    begin(OLD);
    host.goOver(set(10, STRICTER));
    read(elevated(5), extreme(35));
    assertThat(told()).isEmpty();
    assertThat(host.entries()).isZero();
  }

  @Test
  void aNewVersionMayDropWhatHasBegun() throws Exception {
    begin(OLD);
    host.goOver(set(10, STRICTER_AT_ONCE));
    read(elevated(5), extreme(13), elevated(14), many(15));

    assertThat(told()).containsExactly("rise 14-15");
  }

  @Test
  void twoOldVersionsFinishAndNoMore() throws Exception {
    begin(OLD);
    host.goOver(set(10, rule(RISE.formatted("finish", 2))));
    host.goOver(set(11, rule(RISE.formatted("finish", 3))));
    host.goOver(set(12, rule(RISE.formatted("finish", 4))));
    read(elevated(5), elevated(10), elevated(11), elevated(13), many(14));

    assertThat(told()).containsExactlyInAnyOrder("rise 10-14", "rise 11-14", "rise 13-14");
  }

  @Test
  void anUnchangedPatternKeepsWhatItHasBegun() throws Exception {
    begin(OLD);
    host.goOver(set(10, OLD, QUIET));
    read(elevated(5), extreme(13));

    assertThat(told()).containsExactly("rise 5-13");
  }

  @Test
  void absenceIsFoundWhenItsWindowIsOverAlsoByAnOldVersion() throws Exception {
    begin(QUIET);
    read(extreme(5), elevated(8), extreme(20));
    host.goOver(set(21, rule(STAYS_QUIET.formatted("7m"))));
    host.advance(minutes(30));
    assertThat(told()).isEmpty();

    host.advance(minutes(31));
    assertThat(told()).containsExactly("quiet 20-20");
    assertThat(host.entries()).isZero();
  }

  @Test
  void aSetThatIsOlderThanTheLastOrUnsoundIsPassedOver() throws Exception {
    begin(OLD);
    host.goOver(set(20, OLD));
    host.goOver(set(10, STRICTER_AT_ONCE));
    PatternRule endless =
        new PatternRule(
            "rise", "", true, Over.SUBJECT, OLD.stages(), 0, OLD.skip(), OLD.onChange());
    host.goOver(set(30, endless));
    read(elevated(31), extreme(32));

    assertThat(told()).containsExactly("rise 31-32");
  }

  @Test
  void theOldestPartialMatchesGoWhereThereAreTooMany() throws Exception {
    host = Hosted.begin(PatternSet.always(List.of(OLD)), 3, 1);
    read(elevated(1), elevated(2), elevated(3));
    assertThat(host.dropped()).isZero();

    read(elevated(4), elevated(5), extreme(6));
    assertThat(told()).containsExactlyInAnyOrder("rise 3-6", "rise 4-6", "rise 5-6");
    assertThat(host.dropped()).isEqualTo(2);
    assertThat(host.entries()).as("what was dropped left nothing behind").isZero();
  }

  @Test
  void aBucketThatIsTooLateIsPassedOver() throws Exception {
    begin(OLD);
    host.advance(minutes(10));
    read(elevated(5), extreme(12));
    assertThat(told()).isEmpty();
  }

  private void begin(PatternRule... rules) throws Exception {
    host = Hosted.begin(PatternSet.always(List.of(rules)), 1000, 1);
  }

  private void read(ScoredBucket... buckets) throws Exception {
    for (ScoredBucket bucket : buckets) {
      host.read(List.of(bucket));
      host.advance(bucket.end() - 1);
    }
  }

  private List<String> told() {
    return host.found().stream().map(HostPatternsTest::told).toList();
  }

  private static String told(SurgeMatch match) {
    return match.pattern()
        + " "
        + match.first().start() / 60_000
        + "-"
        + match.last().start() / 60_000;
  }

  static PatternSet set(int minute, PatternRule... rules) {
    return new PatternSet(minutes(minute), List.of(rules));
  }

  static long minutes(int minutes) {
    return minutes * 60_000L;
  }

  static PatternRule rule(String yaml) {
    Names names = new Names(Map.of(), Map.of());
    PatternsYaml.Result read = PatternsYaml.read("patterns:\n" + yaml.indent(2), names);
    assertThat(read.problems()).isEmpty();
    return read.rules().get(0);
  }

  private static ScoredBucket elevated(int minute) {
    return Walks.bucket("acme", minute, 5, .5, 12.5, Level.ELEVATED, Turn.NONE);
  }

  private static ScoredBucket extreme(int minute) {
    return Walks.bucket("acme", minute, 1, .5, 15, Level.EXTREME, Turn.NONE);
  }

  private static ScoredBucket many(int minute) {
    return Walks.bucket("acme", minute, 60, .5, 15, Level.EXTREME, Turn.NONE);
  }
}
