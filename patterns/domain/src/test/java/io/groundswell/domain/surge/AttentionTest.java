package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Story.MINUTE;
import static io.groundswell.domain.surge.Story.RULES;
import static io.groundswell.domain.surge.Story.given;
import static io.groundswell.domain.surge.Stretch.calm;
import static io.groundswell.domain.surge.Stretch.days;
import static io.groundswell.domain.surge.Stretch.exactly;
import static io.groundswell.domain.surge.Stretch.silence;
import static io.groundswell.domain.surge.Stretch.surge;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which buckets patterns are shown, and which a subject wants scored though they are silent. */
class AttentionTest {

  @Property(tries = 25)
  void patternsSeeEachBucketOnceAndNeverOneWithoutTheOneBefore(@ForAll long seed) {
    List<ScoredBucket> shown = eventful(seed).shown();

    Set<Long> seen = new HashSet<>();
    long last = Long.MIN_VALUE;
    for (ScoredBucket bucket : shown) {
      assertThat(bucket.start()).isGreaterThan(last);
      last = bucket.start();
      seen.add(bucket.start());
      boolean telling =
          bucket.level() != Level.CALM || bucket.turn() != Turn.NONE || bucket.observed() > 0;
      if (telling && !seen.contains(bucket.start() - MINUTE)) {
        assertThat(bucket.level()).as("%s stands for the one before", bucket).isEqualTo(Level.CALM);
        assertThat(bucket.turn()).isEqualTo(Turn.NONE);
      }
    }
  }

  @Property(tries = 25)
  void theCalmBucketBeforeComesAlongExactlyWherePatternsHaveNotSeenIt(@ForAll long seed) {
    Story story = eventful(seed);

    boolean seenBefore = false;
    for (int minute = 1; minute < story.now(); minute++) {
      Scored scored = story.told().get(minute);
      ScoredBucket previous = story.at(minute - 1);
      seenBefore = story.told().get(minute - 1).seen();
      assertThat(scored.before() == null).as("%s", scored).isEqualTo(seenBefore);
      if (scored.before() != null) {
        assertThat(scored.before().level()).isEqualTo(Level.CALM);
        assertThat(scored.before().turn()).isEqualTo(Turn.NONE);
        assertThat(scored.before())
            .usingRecursiveComparison()
            .ignoringFields("surge")
            .isEqualTo(previous);
      }
    }
  }

  @Property(tries = 25)
  void patternsSeeWhatIsElevatedOrTurnsOrAddsToASurge(@ForAll long seed) {
    boolean open = false;
    for (Scored scored : eventful(seed).told()) {
      ScoredBucket bucket = scored.bucket();
      open = openAfter(open, bucket.turn());
      boolean adds = open && bucket.observed() > 0;
      assertThat(scored.seen())
          .isEqualTo(bucket.level() != Level.CALM || bucket.turn() != Turn.NONE || adds);
      assertThat(scored.events().isEmpty()).isEqualTo(!scored.seen());
    }
  }

  @Property(tries = 25)
  void aSubjectIsAwakeWhileASurgeIsOpenAndUntilItHasBeenCalmLongEnough(@ForAll long seed) {
    boolean open = false;
    long elevatedUntil = Long.MIN_VALUE / 2;
    for (Scored scored : eventful(seed).told()) {
      ScoredBucket bucket = scored.bucket();
      open = openAfter(open, bucket.turn());
      elevatedUntil = bucket.level() == Level.CALM ? elevatedUntil : bucket.end();
      assertThat(scored.awake())
          .as("%s", bucket)
          .isEqualTo(open || bucket.end() - elevatedUntil < RULES.resolve());
    }
  }

  @Test
  void oneElevatedBucketKeepsASubjectAwakeForHalfAnHour() {
    Story story = given(RULES, 1000, 1, calm(.5, days(1)), exactly(12, 1), silence(40));

    assertThat(story.told().get(days(1) - 1).awake()).isFalse();
    assertThat(story.at(days(1)).level()).isNotEqualTo(Level.CALM);
    assertThat(story.told().get(days(1)).awake()).isTrue();
    assertThat(story.told().get(days(1) + 29).awake()).isTrue();
    assertThat(story.told().get(days(1) + 30).awake()).isFalse();
  }

  private static boolean openAfter(boolean open, Turn turn) {
    return switch (turn) {
      case OPENS, REOPENS -> true;
      case RESOLVES -> false;
      case NONE, ESCALATES -> open;
    };
  }

  private static Story eventful(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double normal = random.nextDouble(.02, 3);
    Story story = given(RULES, random.nextInt(1, 9), seed, calm(normal, days(1)));
    for (int i = 0; i < 5; i++) {
      story.then(surge(normal * random.nextDouble(2, 20), random.nextInt(1, 25)));
      story.then(calm(normal, random.nextInt(10, 300)));
    }
    return story;
  }
}
