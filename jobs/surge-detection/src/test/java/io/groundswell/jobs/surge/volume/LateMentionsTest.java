package io.groundswell.jobs.surge.volume;

import static io.groundswell.jobs.surge.volume.Mentions.WIDTH;
import static io.groundswell.jobs.surge.volume.Mentions.at;
import static io.groundswell.jobs.surge.volume.Mentions.by;
import static io.groundswell.jobs.surge.volume.Mentions.closing;
import static io.groundswell.jobs.surge.volume.Mentions.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.LateMention;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.ledger.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Complaints that arrive after their bucket has closed. */
class LateMentionsTest {
  private Counting counting;

  @BeforeEach
  @BeforeTry
  void begin() throws Exception {
    counting = new Counting();
  }

  @AfterEach
  @AfterTry
  void close() throws Exception {
    counting.close();
  }

  @Test
  void theBacklogOfHalfAnHourIsNoEvidenceExceptItsLastFiveMinutes() throws Exception {
    counting.closeUntil("1:00:00");
    for (int i = 0; i < 500; i++) {
      String clock = "0:%02d:%02d".formatted(30 + i * 30 / 500, i % 60);
      counting.meet(by(i, clock, "firefox"));
    }
    counting.closeUntil("1:01:00");

    int young = (int) IntStream.range(0, 500).filter(i -> 30 + i * 30 / 500 >= 55).count();
    assertThat(counting.volumes())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origins")
        .containsExactly(
            new Volume("firefox", at("1:00:00"), young, young, new Backlog(young, 5), 500 - young));
    assertThat(counting.said().late()).isEqualTo(500);
    assertThat(counting.said().count(Outcome.COMPLAINTS)).isEqualTo(500);
  }

  @Test
  void aBacklogOlderThanLateEvidenceIsObservedByNobody() throws Exception {
    counting.closeUntil("1:00:00");
    for (int i = 0; i < 500; i++) {
      counting.meet(by(i, "0:%02d:00".formatted(30 + i % 25), "firefox"));
    }
    counting.closeUntil("1:01:00");

    assertThat(counting.volumes())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origins")
        .containsExactly(new Volume("firefox", at("1:00:00"), 0, 0, Backlog.NONE, 500));
  }

  @Test
  void aLateComplaintWaitsForTheOpenBucketToClose() throws Exception {
    counting.closeUntil("0:10:00").meet(by(1, "0:09:50", "firefox")).closeUntil("0:10:00");
    assertThat(counting.volumes()).isEmpty();

    counting.closeUntil("0:11:00");
    assertThat(counting.volumes())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origins")
        .containsExactly(new Volume("firefox", at("0:10:00"), 1, 1, new Backlog(1, 1), 0));
    assertThat(counting.said().late()).isEqualTo(1);
  }

  @Test
  void anAuthorCountsInTheClockHourInWhichTheComplaintCounts() throws Exception {
    counting.meet(by(1, "0:58:00", "firefox")).closeUntil("1:01:00");
    counting.meet(by(2, "1:01:00", "firefox")).closeUntil("1:02:00");
    counting.meet(by(1, "0:59:00", "firefox")).meet(by(2, "0:59:00", "firefox"));
    counting.meet(by(2, "1:02:00", "firefox")).closeUntil("1:03:00");

    assertThat(counting.volumes()).extracting(Volume::observed).containsExactly(1, 1, 1);
    assertThat(counting.volumes()).extracting(Volume::posts).containsExactly(1, 1, 3);
  }

  @Test
  void whatIsOlderThanTheMemoryIsDroppedAndTold() throws Exception {
    counting.closeUntil("49:00:00");
    counting.meet(mention("0:59:59", 1, 0)).meet(mention("1:00:00", 2, 0));
    counting.closeUntil("49:01:00");

    assertThat(counting.dropped())
        .containsExactly(
            new LateMention(at("0:59:59"), closing("49:00:00"), 1, List.of("firefox")));
    assertThat(counting.volumes())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origins")
        .containsExactly(new Volume("firefox", at("49:00:00"), 0, 0, Backlog.NONE, 1));
    assertThat(counting.said().count(Outcome.LATE_DROPPED)).isEqualTo(1);
    assertThat(counting.said().count(Outcome.COMPLAINTS)).isEqualTo(1);
    assertThat(counting.said().late()).isEqualTo(1);
  }

  @Test
  void anOldCopyOfWhatIsKnownIsADuplicateAndNotLate() throws Exception {
    counting.closeUntil("60:00:00").meet(mention("60:00:10", 1, 0)).closeUntil("60:01:00");
    counting.meet(mention("60:00:10", 1, 0)).meet(mention("0:00:00", 1, 1));
    counting.closeUntil("60:02:00");

    assertThat(counting.said().count(Outcome.DUPLICATES)).isEqualTo(2);
    assertThat(counting.dropped()).isEmpty();
    assertThat(counting.said().late()).isZero();
  }

  /** The copy's own hour would be forgotten by then; the hour in which its first counted is not. */
  @Test
  void whatCountedLateIsKnownFor48HoursFromThen() throws Exception {
    counting.closeUntil("30:00:00").meet(mention("0:00:00", 1, 0)).closeUntil("78:00:00");
    counting.meet(mention("78:59:00", 1, 1)).closeUntil("79:00:00");
    assertThat(counting.said().count(Outcome.DUPLICATES)).isEqualTo(1);

    counting.meet(mention("0:00:00", 1, 0)).closeUntil("80:00:00");
    assertThat(counting.said().count(Outcome.COMPLAINTS)).isEqualTo(1);
    assertThat(counting.said().count(Outcome.LATE_DROPPED)).isEqualTo(1);
  }

  /** The same record may come any number of times and ever later: it counts once at most. */
  @Property(tries = 60)
  void theSameRecordNeverCountsTwice(@ForAll Random random) throws Exception {
    int arrivals = 0;
    for (int hour = 0; hour < 160; hour += 1 + random.nextInt(30)) {
      counting.closeUntil(hour + ":00:00").meet(mention("20:00:00", 1, 0));
      arrivals++;
    }
    counting.closeUntil("160:01:00");

    long complaints = counting.said().count(Outcome.COMPLAINTS);
    assertThat(complaints).isLessThanOrEqualTo(1);
    assertThat(
            complaints
                + counting.said().count(Outcome.DUPLICATES)
                + counting.said().count(Outcome.LATE_DROPPED))
        .isEqualTo(arrivals);
    assertThat(counting.dropped()).hasSize((int) counting.said().count(Outcome.LATE_DROPPED));
  }

  @Property(tries = 40)
  void noSubjectIsEverScoredBackwards(@ForAll Random random) throws Exception {
    Watching watching = new Watching(WatchRules.of(Policy.defaults()));
    Map<String, Watch> watches = new HashMap<>();
    int minute = 0;
    for (int step = 0; step < 40; step++) {
      minute += random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(2);
      int seen = counting.volumes().size();
      counting.closeUntil(clock(minute));
      for (Volume volume : counting.volumes().subList(seen, counting.volumes().size())) {
        assertThat(volume.start()).isLessThan(at(clock(minute)));
        Watch watch =
            watches.computeIfAbsent(volume.subject(), s -> watching.begin(volume.start(), 0));
        watching.score(watch, volume, 1, day -> 10);
        assertThat(watch.next).isEqualTo(volume.start() + WIDTH);
      }
      for (int i = random.nextInt(5); i > 0; i--) {
        int age = random.nextInt(random.nextBoolean() ? 8 : 3_000);
        String made = clock(Math.max(0, minute + 3 - age));
        counting.meet(by(random.nextInt(50), made, "subject" + random.nextInt(2)));
      }
    }
  }

  private static String clock(int minute) {
    return minute / 60 + ":" + minute % 60 + ":00";
  }
}
