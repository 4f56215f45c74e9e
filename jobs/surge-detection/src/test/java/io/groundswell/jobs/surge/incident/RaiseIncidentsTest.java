package io.groundswell.jobs.surge.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaiseIncidentsTest {
  private static final long START = Instant.parse("2019-05-04T01:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final Catalogue CATALOGUE =
      CatalogueFile.of(
          "catalogue",
          "products: [{id: firefox, aliases: [firefox], components: [{id: sync, aliases: [sync]}]}]",
          Catalogue.none());

  private final List<IncidentUpdate> updates = new ArrayList<>();
  private boolean rocks;
  private KeyedTwoInputStreamOperatorTestHarness<Byte, ScoredBucket, FoundMatch, IncidentUpdate>
      raiseIncidents;

  @BeforeEach
  void begin() throws Exception {
    updates.clear();
    create();
    raiseIncidents.open();
  }

  @AfterEach
  void close() throws Exception {
    raiseIncidents.close();
  }

  private void create() throws Exception {
    raiseIncidents =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(
                new RaiseIncidents(Rules.of(CATALOGUE, Policy.defaults()), false)),
            bucket -> (byte) 0,
            match -> (byte) 0,
            Types.BYTE);
    if (rocks) {
      raiseIncidents.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
  }

  @Test
  void anIncidentOpensWhenTheBucketOfItsMatchCloses() throws Exception {
    rise(5, "firefox", Turn.OPENS);
    raiseIncidents.processBothWatermarks(new Watermark(START + 6 * MINUTE - 2));
    assertThat(updates()).isEmpty();

    closeUntil(6);
    assertThat(updates()).hasSize(1);
    IncidentUpdate opened = updates().get(0);
    assertThat(opened.incidentId()).isEqualTo("firefox:20190504T010500Z");
    assertThat(opened.status()).isEqualTo(Status.OPENED);
    assertThat(opened.updatedAt()).isEqualTo(START + 6 * MINUTE);
  }

  @Test
  void nothingUnusualRaisesNothing() throws Exception {
    bucket(5, "firefox", Level.ELEVATED, Turn.NONE);
    closeUntil(6);

    assertThat(updates()).isEmpty();
    assertThat(raiseIncidents.numEventTimeTimers()).isZero();
  }

  @Test
  void anIncidentEndsOnceEveryMemberHasBeenCalmLongEnough() throws Exception {
    tellStory(-1);

    assertThat(updates())
        .extracting(update -> update.status() + " " + (update.updatedAt() - START) / MINUTE)
        .containsExactly("OPENED 6", "UPDATED 8", "ESCALATED 10", "RESOLVED 50", "REOPENED 71");
    assertThat(updates()).extracting(IncidentUpdate::sequence).containsExactly(1, 2, 3, 4, 5);
    assertThat(updates())
        .extracting(IncidentUpdate::incidentId)
        .containsOnly("firefox:20190504T010500Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 8, 9, 12, 41, 45, 60, 70})
  void aRestartInTheMiddleChangesNothing(int minute) throws Exception {
    tellStory(-1);
    List<IncidentUpdate> whole = List.copyOf(updates());
    close();
    begin();
    tellStory(minute);

    assertThat(updates()).isEqualTo(whole);
  }

  @Test
  void bothStateBackendsGiveTheSame() throws Exception {
    tellStory(-1);
    List<IncidentUpdate> onHeap = List.copyOf(updates());
    close();
    rocks = true;
    begin();
    tellStory(9);

    assertThat(updates()).isEqualTo(onHeap);
  }

  @Test
  void theOrderOfArrivalWithinABucketMakesNoDifference() throws Exception {
    List<String> subjects =
        new ArrayList<>(List.of("firefox", "firefox/sync", "firefox@IT", "@IT"));
    for (String subject : subjects) {
      rise(5, subject, Turn.OPENS);
    }
    closeUntil(6);
    List<IncidentUpdate> first = List.copyOf(updates());
    assertThat(first).hasSize(1);
    close();
    begin();
    Collections.reverse(subjects);
    for (String subject : subjects) {
      rise(5, subject, Turn.OPENS);
    }
    closeUntil(6);

    assertThat(updates()).isEqualTo(first);
  }

  /** A pattern of somebody's own may end with a calm bucket, which it is shown a bucket later. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMatchIsToldWhenItIsFoundHoweverFarEventTimeHasCome(boolean behind) throws Exception {
    ScoredBucket calm = bucket(20, "firefox", Level.CALM, Turn.NONE);
    if (!behind) {
      closeUntil(21);
    }
    raiseIncidents.processElement2(
        FoundMatch.of(new SurgeMatch("own", calm, calm)), calm.end() + MINUTE - 1);
    closeUntil(22);

    assertThat(updates())
        .extracting(IncidentUpdate::detectedAt)
        .containsExactly(calm.end() + MINUTE);
  }

  @Test
  void theEndOfTheInputResolvesNothing() throws Exception {
    rise(5, "firefox", Turn.OPENS);
    closeUntil(6);
    rise(7, "firefox/sync", Turn.NONE);
    rise(10, "firefox", Turn.RESOLVES);
    closeUntil(11);
    raiseIncidents.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(updates()).extracting(IncidentUpdate::status).doesNotContain(Status.RESOLVED);
    assertThat(raiseIncidents.numEventTimeTimers()).isZero();
  }

  /** A surge, a component that joins it and lasts longer, its end, and a relapse. */
  private void tellStory(int restartAt) throws Exception {
    for (int minute = 0; minute <= 75; minute++) {
      if (minute == restartAt) {
        restart();
      }
      switch (minute) {
        case 5, 70 -> rise(minute, "firefox", minute == 5 ? Turn.OPENS : Turn.REOPENS);
        case 7, 19 -> rise(minute, "firefox/sync", Turn.NONE);
        case 9 -> rise(minute, "firefox", Turn.ESCALATES);
        case 40 -> rise(minute, "firefox", Turn.RESOLVES);
        default -> {}
      }
      closeUntil(minute + 1);
    }
  }

  private void restart() throws Exception {
    OperatorSubtaskState snapshot = raiseIncidents.snapshot(1, 1);
    updates();
    close();
    create();
    raiseIncidents.initializeState(snapshot);
    raiseIncidents.open();
  }

  /** The subject's bucket is out of the ordinary; a turn comes with its match. */
  private void rise(int minute, String subject, Turn turn) throws Exception {
    Level level = turn == Turn.RESOLVES ? Level.CALM : Level.EXTREME;
    ScoredBucket bucket = bucket(minute, subject, level, turn);
    if (turn != Turn.NONE) {
      SurgeMatch match = new SurgeMatch(pattern(turn), bucket, bucket);
      raiseIncidents.processElement2(FoundMatch.of(match), bucket.end() - 1);
    }
  }

  private static String pattern(Turn turn) {
    return switch (turn) {
      case OPENS -> PatternId.SUDDEN;
      case REOPENS -> PatternId.RELAPSE;
      case ESCALATES -> PatternId.ESCALATION;
      case RESOLVES -> PatternId.RECOVERY;
      case NONE -> throw new IllegalArgumentException("no pattern matches");
    };
  }

  private ScoredBucket bucket(int minute, String subject, Level level, Turn turn) throws Exception {
    long start = START + minute * MINUTE;
    SurgeSize surge = new SurgeSize(START + 5 * MINUTE, 10 + minute, 1, 12 + minute, 8);
    double evidence = 15 + subject.length();
    ScoredBucket bucket =
        new ScoredBucket(
            subject, start, start + MINUTE, 5, 6, 0.1, evidence, 11, 10, level, turn, surge);
    raiseIncidents.processElement1(bucket, bucket.end() - 1);
    return bucket;
  }

  private void closeUntil(int minute) throws Exception {
    raiseIncidents.processBothWatermarks(new Watermark(START + minute * MINUTE - 1));
  }

  private List<IncidentUpdate> updates() {
    updates.addAll(raiseIncidents.extractOutputValues());
    raiseIncidents.getOutput().clear();
    return updates;
  }
}
