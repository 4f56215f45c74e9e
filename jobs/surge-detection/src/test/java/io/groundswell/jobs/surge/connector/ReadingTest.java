package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.format.Format;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final long ARRIVAL = Instant.parse("2019-05-05T12:00:00Z").toEpochMilli();
  private static final Reading READING =
      new Reading(new JsonPosts(), Instant.parse("2019-05-04T12:00:00Z").toEpochMilli());

  @Test
  void believesTimesFrom2005OnUpToFiveMinutesAhead() throws UnreadableRecord {
    assertThat(READING.read(at("2005-01-01T00:00:00Z")).id()).isEqualTo("7");
    assertThat(READING.read(at("2019-05-04T12:05:00Z")).id()).isEqualTo("7");
  }

  @Test
  void aTopicMayHaveAFormatOfItsOwn() throws UnreadableRecord {
    Reading reading =
        new Reading(new JsonPosts(), Map.of("x-posts", Format.X.posts()), RawRecord.NO_TIME);
    byte[] post = at("2019-05-04T12:00:00Z").bytes();
    byte[] onX =
        PostFolder.utf8(
            "{\"data\":{\"id\":\"1\",\"text\":\"a\",\"created_at\":\"2019-05-04T12:00:00Z\"}}");

    assertThat(reading.read(arrived("posts-0:1", post)).source()).isEqualTo("forum");
    assertThat(reading.read(arrived("x-posts-11:1", onX)).source()).isEqualTo("x");
    assertThat(reading.read(arrived("x-11:1", post)).source()).isEqualTo("forum");
    assertThat(refused(reading, arrived("x-posts-0:2", post))).hasMessage("data is missing");
  }

  /** Mastodon withdraws posts without saying when. */
  @Test
  void whatHasNoTimeHappensWhenItArrivesAndInAFileHasNone() throws UnreadableRecord {
    Reading reading = new Reading(Format.MASTODON.posts(), ARRIVAL);
    byte[] withdrawal = PostFolder.utf8("{\"event\":\"delete\",\"payload\":\"Ab9\"}");
    RawRecord inAFile = RawRecord.ofFile("m.ndjson:1", RawRecord.NO_TIME, withdrawal, false);

    assertThat(reading.read(arrived("m-0:1", withdrawal)).createdAt()).isEqualTo(ARRIVAL);
    assertThat(reading.read(inAFile).createdAt()).isEqualTo(Post.NO_TIME);
  }

  private static RawRecord arrived(String where, byte[] bytes) {
    return RawRecord.live(Input.POSTS, where, bytes, ARRIVAL, ARRIVAL);
  }

  @Test
  void refusesTimesBefore2005() {
    UnreadableRecord refusal = refused(at("2004-12-31T23:59:59.999Z"));

    assertThat(refusal.reason()).isEqualTo("before-2005");
    assertThat(refusal).hasMessage("created_at lies before 2005: 2004-12-31T23:59:59.999Z");
  }

  @Test
  void refusesTimesFurtherAhead() {
    UnreadableRecord refusal = refused(at("2019-05-04T12:05:00.001Z"));

    assertThat(refusal.reason()).isEqualTo("future");
    assertThat(refusal)
        .hasMessage(
            "created_at lies more than 5 minutes ahead of the clock: 2019-05-04T12:05:00.001Z");
  }

  @Test
  void aLiveRecordIsMeasuredByTheClockOfItsArrival() throws UnreadableRecord {
    long arrival = Instant.parse("2019-05-05T12:00:00Z").toEpochMilli();
    byte[] post = at("2019-05-05T12:05:00Z").bytes();

    assertThat(READING.read(RawRecord.live(Input.POSTS, "posts-0:1", post, arrival, arrival)).id())
        .isEqualTo("7");
    assertThat(
            refused(RawRecord.live(Input.POSTS, "posts-0:1", post, arrival - 1, arrival)).reason())
        .isEqualTo("future");
  }

  @Test
  void aLiveRecordMayBe256KilobytesLong() {
    RawRecord largest =
        RawRecord.live(Input.POSTS, "posts-0:1", new byte[RecordFile.LARGEST], 1, 0);
    RawRecord larger =
        RawRecord.live(Input.POSTS, "posts-0:2", new byte[RecordFile.LARGEST + 1], 1, 0);

    assertThat(largest.oversized()).isFalse();
    assertThat(largest.bytes()).hasSize(RecordFile.LARGEST);
    assertThat(larger.bytes()).hasSize(1024);
    assertThat(refused(larger).reason()).isEqualTo("oversized");
  }

  @Test
  void refusesOversizedRecordsUnread() {
    RawRecord large = RawRecord.ofFile("p:1", RawRecord.NO_TIME, new byte[1024], true);

    assertThat(refused(large).reason()).isEqualTo("oversized");
  }

  @Test
  void aDeadLetterSaysWhatWhereAndWhy() {
    RawRecord record = record("{nonsense".getBytes(StandardCharsets.UTF_8), false);
    DeadLetter letter = record.refused(new UnreadableRecord("unreadable", "not JSON"));

    assertThat(letter)
        .isEqualTo(new DeadLetter("unreadable", "not JSON", "posts.ndjson:1", "{nonsense"));
  }

  @Test
  void aDeadLetterHoldsAtMostAKilobyteCutBetweenCharacters() {
    assertThat(excerpt("x".repeat(1025))).isEqualTo("x".repeat(1024));
    assertThat(excerpt("\u20ac".repeat(400))).isEqualTo("\u20ac".repeat(341));
    assertThat(excerpt("xx" + "\uD83D\uDE00".repeat(300)))
        .isEqualTo("xx" + "\uD83D\uDE00".repeat(255));
  }

  @Test
  void bytesThatAreNoTextAreReplacedAndMakeItNoLonger() {
    byte[] junk = new byte[2000];
    Arrays.fill(junk, (byte) 0xFF);

    assertThat(excerpt(junk, false)).isEqualTo("\uFFFD".repeat(341));
    assertThat(excerpt(new byte[] {'a', (byte) 0xE2, (byte) 0x82}, false)).isEqualTo("a\uFFFD");
  }

  @Test
  void anOversizedRecordEndsBetweenCharactersToo() {
    byte[] beginning = Arrays.copyOf("\u20ac".repeat(400).getBytes(StandardCharsets.UTF_8), 1024);

    assertThat(excerpt(beginning, true)).isEqualTo("\u20ac".repeat(341));
  }

  private static String excerpt(String record) {
    return excerpt(record.getBytes(StandardCharsets.UTF_8), false);
  }

  private static String excerpt(byte[] bytes, boolean oversized) {
    return record(bytes, oversized).refused(new UnreadableRecord("r", "d")).record();
  }

  private static RawRecord record(byte[] bytes, boolean oversized) {
    return RawRecord.ofFile("posts.ndjson:1", RawRecord.NO_TIME, bytes, oversized);
  }

  private static RawRecord at(String time) {
    String post =
        "{\"id\":\"7\",\"source\":\"forum\",\"created_at\":\"%s\",\"text\":\"\"}".formatted(time);
    return record(post.getBytes(StandardCharsets.UTF_8), false);
  }

  private static UnreadableRecord refused(RawRecord record) {
    return refused(READING, record);
  }

  private static UnreadableRecord refused(Reading reading, RawRecord record) {
    return catchThrowableOfType(UnreadableRecord.class, () -> reading.read(record));
  }
}
