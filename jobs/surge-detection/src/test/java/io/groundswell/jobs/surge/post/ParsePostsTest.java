package io.groundswell.jobs.surge.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Said;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParsePostsTest {
  private static final String POST =
      "{\"id\":\"7\",\"source\":\"forum\",\"created_at\":\"2019-05-04T01:30:54Z\",\"text\":\"Slow\"}";
  private static final long WHEN = Instant.parse("2019-05-04T01:30:54Z").toEpochMilli();

  private static final long HASH = Hash64.of(POST.getBytes(StandardCharsets.UTF_8));

  private OneInputStreamOperatorTestHarness<RawRecord, ReadPost> parsePosts;

  @BeforeEach
  void open() throws Exception {
    parsePosts = opened(new Reading(new JsonPosts(), WHEN));
  }

  private static OneInputStreamOperatorTestHarness<RawRecord, ReadPost> opened(Reading reading)
      throws Exception {
    ParsePosts operator = new ParsePosts(reading, new ArrivalRule(60_000, 300_000));
    OneInputStreamOperatorTestHarness<RawRecord, ReadPost> harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(operator));
    harness.open();
    return harness;
  }

  @AfterEach
  void close() throws Exception {
    parsePosts.close();
  }

  @Test
  void aPostGoesOnWithTheHashOfItsRecord() throws Exception {
    read("p:1", WHEN, POST);

    Post post = Post.of("forum", "7", WHEN).text("Slow").build();
    assertThat(parsePosts.extractOutputValues())
        .containsExactly(new ReadPost(post, HASH, WHEN, RawRecord.NO_TIME));
    assertThat(deadLetters()).isZero();
  }

  @Test
  void aLivePostGoesOnWithWhatHadClosedWhenItArrived() throws Exception {
    byte[] bytes = POST.getBytes(StandardCharsets.UTF_8);
    long later = WHEN + Duration.ofHours(1).toMillis();
    parsePosts.processElement(
        RawRecord.live(Input.POSTS, "posts-0:7", bytes, later, later - 1), later);

    assertThat(parsePosts.extractOutputValues())
        .extracting(ReadPost::closed)
        .containsExactly(later - 1);
  }

  @Test
  void whatIsNoPostIsADeadLetterAndCounted() throws Exception {
    read("p:1", RawRecord.NO_TIME, "junk");
    read("p:2", WHEN, POST);
    read("p:3", RawRecord.NO_TIME, POST.replace("2019", "2029"));

    assertThat(parsePosts.extractOutputValues()).hasSize(1);
    assertThat(parsePosts.getSideOutput(ParsePosts.DEAD_LETTERS))
        .extracting(letter -> letter.getValue().where() + " " + letter.getValue().reason())
        .containsExactly("p:1 unreadable", "p:3 future");
    assertThat(parsePosts.getSideOutput(ParsePosts.DEAD_LETTERS))
        .extracting(letter -> letter.getValue())
        .extracting(DeadLetter::record)
        .containsExactly("junk", POST.replace("2019", "2029"));
    assertThat(deadLetters()).isEqualTo(2);
  }

  /** A keep-alive says no time: live it counts when it arrives, in a file for no bucket. */
  @Test
  void whatIsNoPostIsASignOfLifeOfItsSource() throws Exception {
    Reading onX = new Reading(Format.X.posts(), WHEN);
    parsePosts.close();
    parsePosts = opened(onX);
    byte[] keepAlive = {'\r', '\n'};
    parsePosts.processElement(
        RawRecord.live(Input.POSTS, "posts-0:7", keepAlive, WHEN, WHEN - 1), WHEN);
    read("p:1", RawRecord.NO_TIME, " ");

    assertThat(parsePosts.extractOutputValues())
        .extracting(read -> read.post().notice(), ReadPost::readAt)
        .containsExactly(tuple(true, WHEN), tuple(true, RawRecord.NO_TIME));
    assertThat(parsePosts.getSideOutput(ParsePosts.SIGNS))
        .extracting(sign -> sign.getValue().source())
        .containsExactly("x");
    assertThat(deadLetters()).isZero();
  }

  @Test
  void aSupportContactGoesItsOwnWayUnread() throws Exception {
    byte[] bytes = {'n', 'o', ' ', 'p', 'o', 's', 't'};
    RawRecord contact = RawRecord.live(Input.CONTACTS, "contacts-0:1", bytes, WHEN, WHEN);
    parsePosts.processElement(contact, WHEN);

    assertThat(parsePosts.extractOutputValues()).isEmpty();
    assertThat(parsePosts.getSideOutput(ParsePosts.CONTACTS))
        .extracting(record -> record.getValue().where())
        .containsExactly("contacts-0:1");
  }

  @Test
  void aChangeEventGoesItsOwnWayUnreadAndIsNoSignOfLife() throws Exception {
    RawRecord change = RawRecord.live(Input.CHANGES, "changes-0:1", new byte[] {'?'}, WHEN, WHEN);
    parsePosts.processElement(change, WHEN);

    assertThat(parsePosts.extractOutputValues()).isEmpty();
    assertThat(parsePosts.getSideOutput(ParsePosts.SIGNS)).isNullOrEmpty();
    assertThat(parsePosts.getSideOutput(ParsePosts.CHANGES))
        .extracting(record -> record.getValue().where())
        .containsExactly("changes-0:1");
  }

  @Test
  void theMarkOfTheEndIsNoRecord() throws Exception {
    read("", WHEN, "");

    assertThat(parsePosts.getOutput()).isEmpty();
    assertThat(parsePosts.getSideOutput(ParsePosts.DEAD_LETTERS)).isNull();
    assertThat(deadLetters()).isZero();
  }

  private void read(String where, long time, String record) throws Exception {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    parsePosts.processElement(RawRecord.ofFile(where, time, bytes, false), time);
  }

  private long deadLetters() {
    return Said.in(parsePosts.getSideOutput(Ledger.OUTCOMES)).count(Outcome.DEAD_LETTERS);
  }
}
