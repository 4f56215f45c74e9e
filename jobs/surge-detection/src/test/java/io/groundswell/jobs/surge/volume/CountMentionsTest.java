package io.groundswell.jobs.surge.volume;

import static io.groundswell.domain.volume.People.person;
import static io.groundswell.jobs.surge.volume.Mentions.WIDTH;
import static io.groundswell.jobs.surge.volume.Mentions.at;
import static io.groundswell.jobs.surge.volume.Mentions.closing;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Partial;
import io.groundswell.domain.volume.People;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.baseline.Sighting;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountMentionsTest {
  private static final long[] NONE = {};
  private static final long ANN = Hash64.of("forum", "ann");
  private static final long BEN = Hash64.of("forum", "ben");
  private static final long CAT = Hash64.of("forum", "cat");

  private KeyedOneInputStreamOperatorTestHarness<String, Partial, Volume> countMentions;

  @BeforeEach
  void begin() throws Exception {
    create();
    countMentions.open();
  }

  @AfterEach
  void close() throws Exception {
    countMentions.close();
  }

  private void create() throws Exception {
    countMentions =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CountMentions(WIDTH)), Partial::subject, Types.STRING);
  }

  @Test
  void addsUpThePartsOfABucketOnceItCloses() throws Exception {
    meet("firefox", "0:00:00", 3, 1, 2);
    meet("firefox", "0:00:00", 2, 2, 3);
    meet("sync", "0:00:00", 1, 1);
    countMentions.processWatermark(closing("0:01:00") - 1);
    assertThat(volumes()).isEmpty();

    countMentions.processWatermark(closing("0:01:00"));
    assertThat(volumes())
        .containsExactlyInAnyOrder(
            new Volume("firefox", at("0:00:00"), 3, 5), new Volume("sync", at("0:00:00"), 1, 1));
    assertThat(countMentions.extractOutputStreamRecords())
        .allMatch(volume -> volume.getTimestamp() == closing("0:01:00"));
  }

  @Test
  void anAuthorCountsOnceAClockHourAndAgainInTheNext() throws Exception {
    meet("firefox", "0:00:00", 1, 1);
    meet("firefox", "0:30:00", 2, 1, 2);
    meet("firefox", "0:59:00", 1, 2);
    meet("firefox", "1:00:00", 2, 1, 2);
    meet("sync", "0:59:00", 1, 1);
    countMentions.processWatermark(closing("1:01:00"));

    assertThat(observed("firefox")).containsExactly(1, 1, 0, 2);
    assertThat(observed("sync")).containsExactly(1);
    assertThat(volumes()).extracting(Volume::posts).contains(2, 1);
  }

  @Test
  void itIsKnownWhoComplainedAndWhoDidBefore() throws Exception {
    meet("firefox", "0:00:00", 2, BEN, ANN);
    meet("firefox", "0:58:00", 2, BEN, CAT);
    meet("firefox", "1:02:00", 1, ANN);
    countMentions.processWatermark(closing("1:03:00"));

    List<Volume> told = countMentions.extractOutputValues();
    assertThat(told)
        .extracting(Volume::people)
        .containsExactly(People.of(9, ANN, BEN), People.of(9, BEN, CAT), People.of(9, ANN));
    assertThat(told.get(0).before()).isEmpty();
    assertThat(told.get(1).before()).containsExactlyInAnyOrder(person(ANN), person(BEN));
    assertThat(told.get(2).before()).hasSize(3).endsWith(person(ANN));
    assertThat(told.get(2).peopleWith(1).hashes()).hasSize(2);
  }

  @Test
  void twoBucketsMayBeOpenAtOnce() throws Exception {
    meet("firefox", "0:01:00", 1, 1);
    meet("firefox", "0:00:00", 1, 1);
    meet("firefox", "0:01:00", 1, 2);
    countMentions.processWatermark(closing("0:01:00"));
    assertThat(volumes()).containsExactly(new Volume("firefox", at("0:00:00"), 1, 1));

    countMentions.processWatermark(closing("0:02:00"));
    assertThat(volumes()).hasSize(2).endsWith(new Volume("firefox", at("0:01:00"), 1, 2));
  }

  @Test
  void aSubjectIsReportedAsSeenOnceADay() throws Exception {
    meet("firefox", "0:00:00", 1, 1);
    meet("firefox", "5:00:00", 1, 2);
    meet("sync", "5:00:00", 1, 2);
    meet("firefox", "22:59:00", 1, 3);
    meet("firefox", "23:00:00", 1, 3);
    countMentions.processWatermark(closing("24:00:00"));

    int saturday = Buckets.day(at("0:00:00"));
    assertThat(sightings())
        .containsExactlyInAnyOrder(
            new Sighting("firefox", saturday),
            new Sighting("sync", saturday),
            new Sighting("firefox", saturday + 1));
  }

  @Test
  void manyAuthorsAreEstimatedAndStillOnceAnHour() throws Exception {
    long[] crowd =
        LongStream.range(0, 20_000).map(i -> Hash64.of("forum", "author " + i)).toArray();
    countMentions.processElement(
        new Partial("firefox", at("0:00:00"), 20_000, 0, NONE, 0, crowd), 0);
    countMentions.processElement(
        new Partial("firefox", at("0:01:00"), 20_000, 0, NONE, 0, crowd), 0);
    countMentions.processWatermark(closing("0:02:00"));

    assertThat(observed("firefox").get(0)).isBetween(19_000, 21_000);
    assertThat(observed("firefox").get(1)).isZero();
  }

  @Test
  void whatCountsInTotalsOnlyIsNoSightingAndObservedByNobody() throws Exception {
    long start = at("0:00:00");
    countMentions.processElement(new Partial("firefox", start, 0, 0, NONE, 7, NONE), start);
    countMentions.processElement(new Partial("sync", start, 1, 0, NONE, 2, new long[] {1}), start);
    countMentions.processWatermark(closing("0:01:00"));

    assertThat(volumes())
        .containsExactlyInAnyOrder(
            new Volume("firefox", start, 0, 0, Backlog.NONE, 7),
            new Volume("sync", start, 1, 1, Backlog.NONE, 2));
    assertThat(sightings()).extracting(Sighting::subject).containsExactly("sync");
  }

  @Test
  void aSnapshotKeepsOpenBucketsAndTheHour() throws Exception {
    meet("firefox", "0:00:00", 1, 1);
    countMentions.processWatermark(closing("0:01:00"));
    meet("firefox", "0:01:00", 1, 1);
    OperatorSubtaskState snapshot = countMentions.snapshot(1, 1);
    countMentions.close();
    create();
    countMentions.initializeState(snapshot);
    countMentions.open();
    meet("firefox", "0:01:00", 1, 2);
    countMentions.processWatermark(closing("0:02:00"));

    assertThat(volumes()).containsExactly(new Volume("firefox", at("0:01:00"), 1, 2));
    assertThat(sightings()).isEmpty();
  }

  private void meet(String subject, String bucket, int posts, long... authors) throws Exception {
    long start = at(bucket);
    countMentions.processElement(
        new Partial(subject, start, posts, 0, NONE, 0, authors), Buckets.lastMoment(start, WIDTH));
  }

  /** What was counted, but for who it was. */
  private List<Volume> volumes() {
    return countMentions.extractOutputValues().stream().map(Mentions::counts).toList();
  }

  private List<Integer> observed(String subject) {
    return volumes().stream()
        .filter(volume -> volume.subject().equals(subject))
        .map(Volume::observed)
        .toList();
  }

  private List<Sighting> sightings() {
    Queue<StreamRecord<Sighting>> seen = countMentions.getSideOutput(CountMentions.SIGHTINGS);
    return seen == null ? List.of() : seen.stream().map(StreamRecord::getValue).toList();
  }
}
