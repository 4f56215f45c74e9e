package io.groundswell.jobs.surge.volume;

import static io.groundswell.jobs.surge.volume.Mentions.RULE;
import static io.groundswell.jobs.surge.volume.Mentions.arriving;
import static io.groundswell.jobs.surge.volume.Mentions.at;
import static io.groundswell.jobs.surge.volume.Mentions.closing;
import static io.groundswell.jobs.surge.volume.Mentions.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DropDuplicatesTest {
  private KeyedOneInputStreamOperatorTestHarness<Integer, Mention, Mention> dropDuplicates;

  @BeforeEach
  @BeforeTry
  void begin() throws Exception {
    create();
    dropDuplicates.open();
  }

  @AfterEach
  @AfterTry
  void close() throws Exception {
    dropDuplicates.close();
  }

  private void create() throws Exception {
    dropDuplicates =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DropDuplicates(RULE)), DropDuplicates::shard, Types.INT);
  }

  @Test
  void waitsForTheBucketToClose() throws Exception {
    meet(mention("0:00:10", 1, 0), mention("0:00:20", 2, 0));
    dropDuplicates.processWatermark(closing("0:01:00") - 1);
    assertThat(passed()).isEmpty();

    dropDuplicates.processWatermark(closing("0:01:00"));
    assertThat(passed()).hasSize(2);
  }

  @Test
  void theFirstInOrderWinsWhateverCameFirst() throws Exception {
    Mention earliest = mention("0:00:10", 1, 9);
    meet(mention("0:00:20", 1, 1), earliest, mention("0:00:10", 1, 11));
    dropDuplicates.processWatermark(closing("0:01:00"));

    assertThat(passed()).containsExactly(earliest);
    assertThat(said().count(Outcome.DUPLICATES)).isEqualTo(2);
    assertThat(said().count(Outcome.COMPLAINTS)).isEqualTo(1);
  }

  @Test
  void oneBucketStillOpenDoesNotHoldUpAnother() throws Exception {
    meet(mention("0:01:10", 1, 0), mention("0:00:50", 1, 1));
    dropDuplicates.processWatermark(closing("0:01:00"));
    assertThat(passed()).containsExactly(mention("0:00:50", 1, 1));

    dropDuplicates.processWatermark(closing("0:02:00"));
    assertThat(passed()).hasSize(1);
    assertThat(said().count(Outcome.DUPLICATES)).isEqualTo(1);
  }

  @Test
  void aCopyIsKnownFor48ClockHoursAndThenCountsAgain() throws Exception {
    meet(mention("0:30:00", 1, 0));
    dropDuplicates.processWatermark(closing("48:59:00"));
    meet(mention("48:59:59", 1, 1));
    dropDuplicates.processWatermark(closing("49:00:00"));
    assertThat(passed()).hasSize(1);

    meet(mention("49:00:00", 1, 2));
    dropDuplicates.processWatermark(closing("49:01:00"));
    assertThat(passed()).hasSize(2);
    meet(mention("97:59:00", 1, 3), mention("98:00:00", 1, 4));
    dropDuplicates.processWatermark(closing("99:00:00"));
    assertThat(passed()).extracting(Mention::record).containsExactly(0L, 2L, 4L);
  }

  /** Event time may leap over the moment at which a slice is forgotten. */
  @Test
  void aLeapOfEventTimeChangesNothing() throws Exception {
    meet(mention("0:30:00", 1, 0), mention("49:00:00", 1, 2), mention("98:00:00", 1, 4));
    meet(mention("48:59:59", 1, 1), mention("97:59:00", 1, 3));
    dropDuplicates.processWatermark(closing("99:00:00"));

    assertThat(passed()).extracting(Mention::record).containsExactly(0L, 2L, 4L);
  }

  @Test
  void theMemoryIsEmptyAfter50Hours() throws Exception {
    for (int i = 0; i < 5000; i++) {
      long time = at("0:00:00") + i * 700L;
      long closed = ArrivalRule.NONE_CLOSED;
      meet(new Mention(time, closed, i, 0, i, "x", List.of("firefox"), List.of()));
    }
    dropDuplicates.processWatermark(closing("1:00:00"));
    assertThat(passed()).hasSize(5000);
    assertThat(dropDuplicates.numKeyedStateEntries()).isPositive();

    dropDuplicates.processWatermark(closing("50:00:00"));
    assertThat(dropDuplicates.numKeyedStateEntries()).isZero();
    assertThat(dropDuplicates.numEventTimeTimers()).isZero();
  }

  @Test
  void aSnapshotKeepsWhatIsKnownAndWhatWaits() throws Exception {
    meet(mention("0:00:10", 1, 0));
    dropDuplicates.processWatermark(closing("0:01:00"));
    meet(mention("0:01:20", 1, 1), mention("0:01:30", 2, 0));
    OperatorSubtaskState snapshot = dropDuplicates.snapshot(1, 1);
    dropDuplicates.close();
    create();
    dropDuplicates.initializeState(snapshot);
    dropDuplicates.open();
    dropDuplicates.processWatermark(closing("0:02:00"));

    assertThat(passed()).containsExactly(mention("0:01:30", 2, 0));
    dropDuplicates.processWatermark(closing("50:00:00"));
    assertThat(dropDuplicates.numKeyedStateEntries()).isZero();
  }

  @Test
  void complaintsOfNoProductTellTheirNamesOnce() throws Exception {
    List<String> names = List.of("@acme", "cannot login");
    Mention complaint =
        new Mention(
            at("0:00:10"),
            ArrivalRule.NONE_CLOSED,
            1,
            0,
            1,
            "x",
            List.of(Subject.UNMATCHED),
            names);
    meet(complaint, complaint, mention("0:00:10", 2, 0));
    dropDuplicates.processWatermark(closing("0:01:00"));

    assertThat(dropDuplicates.getSideOutput(DropDuplicates.UNKNOWN))
        .extracting(name -> name.getValue())
        .containsExactlyElementsOf(names);
    assertThat(said().unmatched()).isEqualTo(1);
  }

  @Property(tries = 100)
  void theOrderOfArrivalMakesNoDifference(@ForAll Random random) throws Exception {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Mention mention = mention("0:0" + random.nextInt(3) + ":00", random.nextInt(9), i);
      String open = "0:0" + random.nextInt(3) + ":00";
      mentions.add(random.nextBoolean() ? mention : arriving(open, mention));
    }
    meet(mentions.toArray(Mention[]::new));
    dropDuplicates.processWatermark(closing("0:03:00"));
    List<Mention> first = passed();
    close();
    begin();
    Collections.shuffle(mentions, random);
    meet(mentions.toArray(Mention[]::new));
    dropDuplicates.processWatermark(closing("0:03:00"));

    assertThat(passed()).containsExactlyInAnyOrderElementsOf(first);
  }

  private void meet(Mention... mentions) throws Exception {
    for (Mention mention : mentions) {
      dropDuplicates.processElement(mention, mention.createdAt());
    }
  }

  private List<Mention> passed() {
    return dropDuplicates.extractOutputValues();
  }

  private Said said() {
    return Said.in(dropDuplicates.getSideOutput(Ledger.OUTCOMES));
  }
}
