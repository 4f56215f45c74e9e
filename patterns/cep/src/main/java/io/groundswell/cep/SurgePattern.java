package io.groundswell.cep;

import static io.groundswell.domain.policy.PatternId.ESCALATION;
import static io.groundswell.domain.policy.PatternId.RECOVERY;
import static io.groundswell.domain.policy.PatternId.RELAPSE;
import static io.groundswell.domain.policy.PatternId.SUDDEN;
import static io.groundswell.domain.policy.PatternId.SUSTAINED;

import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.surge.WatchRules;
import java.time.Duration;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * The sequences of scored buckets that make, worsen and end a surge. Stage names and the shape of a
 * pattern are part of a savepoint: a changed shape gets a new version. Figures are decided with the
 * score, never here.
 *
 * @param id what the policy and an incident call it
 * @param version number of its shape
 * @param stages the sequence itself
 */
public record SurgePattern(String id, int version, Pattern<ScoredBucket, ?> stages) {
  /** Longer than any surge lasts before it is taken for a new normal, which is two days. */
  private static final Duration LONGEST_SURGE = Duration.ofDays(7);

  /** The operator's identity in a savepoint. */
  public String uid() {
    return "pattern-" + id + "-v" + version;
  }

  /**
   * The pattern with the given id, one of {@link io.groundswell.domain.policy.PatternId#OF_ONE}.
   */
  public static SurgePattern of(String id, WatchRules rules) {
    return switch (id) {
      case SUDDEN -> new SurgePattern(id, 1, sudden());
      case SUSTAINED -> new SurgePattern(id, 1, sustained());
      case ESCALATION -> new SurgePattern(id, 1, escalation());
      case RECOVERY -> new SurgePattern(id, 1, recovery());
      case RELAPSE -> new SurgePattern(id, 1, relapse(rules));
      default -> throw new IllegalArgumentException("no pattern is called '" + id + "'");
    };
  }

  private static Pattern<ScoredBucket, ?> sudden() {
    return begin("calm", calm()).next("extreme").where(turn(Turn.OPENS));
  }

  private static Pattern<ScoredBucket, ?> sustained() {
    return begin("calm", calm())
        .next("elevated")
        .where(SimpleCondition.of(SurgePattern::elevatedOnly))
        .oneOrMore()
        .consecutive()
        .greedy()
        .next("extreme")
        .where(turn(Turn.OPENS));
  }

  /** Without the end of a surge, its opening would match the growth of a later one as well. */
  private static Pattern<ScoredBucket, ?> escalation() {
    return begin("open", turn(Turn.OPENS, Turn.REOPENS, Turn.ESCALATES))
        .notFollowedBy("over")
        .where(turn(Turn.RESOLVES))
        .followedBy("larger")
        .where(turn(Turn.ESCALATES))
        .within(LONGEST_SURGE);
  }

  private static Pattern<ScoredBucket, ?> recovery() {
    return begin("open", turn(Turn.OPENS, Turn.REOPENS))
        .followedBy("calm")
        .where(turn(Turn.RESOLVES));
  }

  /** Whether a surge comes soon enough is in its turn; the window only bounds the state. */
  private static Pattern<ScoredBucket, ?> relapse(WatchRules rules) {
    return begin("over", turn(Turn.RESOLVES))
        .followedBy("extreme")
        .where(turn(Turn.REOPENS))
        .within(Duration.ofMillis(rules.reopen() + 2 * rules.width()));
  }

  private static Pattern<ScoredBucket, ScoredBucket> begin(
      String stage, SimpleCondition<ScoredBucket> first) {
    return Pattern.<ScoredBucket>begin(stage, AfterMatchSkipStrategy.noSkip()).where(first);
  }

  private static SimpleCondition<ScoredBucket> calm() {
    return SimpleCondition.of(bucket -> bucket.level() == Level.CALM);
  }

  private static SimpleCondition<ScoredBucket> turn(Turn... wanted) {
    List<Turn> turns = List.of(wanted);
    return SimpleCondition.of(bucket -> turns.contains(bucket.turn()));
  }

  private static boolean elevatedOnly(ScoredBucket bucket) {
    return bucket.level() != Level.CALM && bucket.turn() == Turn.NONE;
  }
}
