package io.groundswell.jobs.surge.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.volume.Buckets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShareBudgetTest {
  private static final int CATALOGUED = 7;
  private static final long MINUTE = 60_000;
  private static final long SINCE = beginningOf(100);

  private KeyedOneInputStreamOperatorTestHarness<Byte, Sighting, Notice> shareBudget;

  @BeforeEach
  void begin() throws Exception {
    create();
    shareBudget.open();
  }

  @AfterEach
  void close() throws Exception {
    shareBudget.close();
  }

  private void create() throws Exception {
    shareBudget =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ShareBudget(Watched.alone(CATALOGUED), MINUTE)),
            sighting -> (byte) 0,
            Types.BYTE);
  }

  @Test
  void onTheFirstDayTheCatalogueShares() throws Exception {
    see("firefox", 100);
    shareBudget.processWatermark(beginningOf(101) - 2);

    assertThat(shares()).containsExactly(new Share(100, CATALOGUED, 1, SINCE));
  }

  @Test
  void watchingBeginsWithTheFirstBucketWhicheverArrivesFirst() throws Exception {
    shareBudget.processElement(new Sighting("sync", 100), SINCE + 5 * MINUTE - 1);
    shareBudget.processElement(new Sighting("firefox", 100), SINCE + 3 * MINUTE - 1);
    shareBudget.processWatermark(SINCE + 9 * MINUTE);

    assertThat(shares()).containsExactly(new Share(100, CATALOGUED, 1, SINCE + 2 * MINUTE));
  }

  @Test
  void thoseSeenInThe28DaysBeforeShareTheBudget() throws Exception {
    see("firefox", 100);
    see("sync", 100);
    turnTo(101);
    see("firefox", 101);
    turnTo(102);
    see("thunderbird", 102);
    for (int day = 103; day <= 130; day++) {
      turnTo(day);
    }

    assertThat(shares())
        .startsWith(
            new Share(100, CATALOGUED, 1, SINCE),
            new Share(101, 2, 1, SINCE),
            new Share(102, 2, 1, SINCE),
            new Share(103, 3, 1, SINCE));
    assertThat(watchedOn(128)).isEqualTo(3); // sync was seen 28 days ago
    assertThat(watchedOn(129)).isEqualTo(2); // and 29 days ago
    assertThat(watchedOn(130)).isEqualTo(1);
    assertThat(shares()).extracting(Share::day).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void after28SilentDaysTheCatalogueSharesAgain() throws Exception {
    see("firefox", 100);
    for (int day = 101; day <= 130; day++) {
      turnTo(day);
    }
    assertThat(watchedOn(128)).isEqualTo(1);
    assertThat(watchedOn(129)).isEqualTo(CATALOGUED);
    assertThat(watchedOn(130)).isEqualTo(CATALOGUED);

    see("sync", 130);
    turnTo(131);
    assertThat(watchedOn(131)).isEqualTo(1);
  }

  @Test
  void aLeapOverDaysGivesWhatDayByDayGives() throws Exception {
    tellStory(true);
    List<Share> byDay = shares();
    close();
    begin();
    tellStory(false);

    assertThat(shares()).isEqualTo(byDay).hasSize(61);
  }

  private void tellStory(boolean dayByDay) throws Exception {
    for (int day = 100; day < 160; day++) {
      if (day < 110 || day > 145) {
        see("firefox", day);
        see("subject " + day % 4, day);
      }
      if (dayByDay) {
        turnTo(day + 1);
      }
    }
    turnTo(160);
  }

  @Test
  void aSnapshotKeepsWhoWasSeen() throws Exception {
    see("firefox", 100);
    turnTo(101);
    see("sync", 101);
    OperatorSubtaskState snapshot = shareBudget.snapshot(1, 1);
    close();
    create();
    shareBudget.initializeState(snapshot);
    shareBudget.open();
    turnTo(102);

    assertThat(shares()).containsExactly(new Share(102, 2, 1, SINCE));
  }

  @Test
  void theEndOfTheInputBringsNoMoreDays() throws Exception {
    see("firefox", 100);
    turnTo(101);
    shareBudget.processWatermark(Long.MAX_VALUE);

    assertThat(shares())
        .containsExactly(new Share(100, CATALOGUED, 1, SINCE), new Share(101, 1, 1, SINCE));
  }

  @Test
  void placesAreCountedApart() throws Exception {
    see("firefox", 100);
    see("firefox/sync", 100);
    see("firefox@IT", 100);
    see("@IT", 100);
    see("@US-CA", 100);
    turnTo(101);

    assertThat(shares()).last().isEqualTo(new Share(101, 2, 3, SINCE));
  }

  private void see(String subject, int day) throws Exception {
    shareBudget.processElement(
        new Sighting(subject, day), Buckets.lastMoment(beginningOf(day), MINUTE));
  }

  private void turnTo(int day) throws Exception {
    shareBudget.processWatermark(beginningOf(day) - 1);
  }

  private static long beginningOf(int day) {
    return day * Buckets.DAY;
  }

  private List<Share> shares() {
    return shareBudget.extractOutputValues().stream().map(Notice::share).toList();
  }

  private int watchedOn(int day) {
    return shares().stream().filter(share -> share.day() == day).findFirst().orElseThrow().wholes();
  }
}
