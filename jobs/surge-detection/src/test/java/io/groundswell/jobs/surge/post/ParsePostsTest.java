package io.groundswell.jobs.surge.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
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

  private ProcessOperator<RawRecord, ReadPost> operator;
  private OneInputStreamOperatorTestHarness<RawRecord, ReadPost> parsePosts;

  @BeforeEach
  void open() throws Exception {
    operator = new ProcessOperator<>(new ParsePosts(new Reading(new JsonPosts(), WHEN)));
    parsePosts = new OneInputStreamOperatorTestHarness<>(operator);
    parsePosts.open();
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
        .containsExactly(new ReadPost(post, HASH, RawRecord.NO_TIME));
    assertThat(count(Ledger.READ)).isEqualTo(1);
    assertThat(count(Outcome.DEAD_LETTERS.label())).isZero();
  }

  @Test
  void aLivePostGoesOnWithWhatHadClosedWhenItArrived() throws Exception {
    byte[] bytes = POST.getBytes(StandardCharsets.UTF_8);
    long later = WHEN + Duration.ofHours(1).toMillis();
    parsePosts.processElement(RawRecord.live("posts-0:7", bytes, later, later - 1), later);

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
    assertThat(count(Ledger.READ)).isEqualTo(3);
    assertThat(count(Outcome.DEAD_LETTERS.label())).isEqualTo(2);
  }

  @Test
  void theMarkOfTheEndIsNoRecord() throws Exception {
    read("", WHEN, "");

    assertThat(parsePosts.getOutput()).isEmpty();
    assertThat(parsePosts.getSideOutput(ParsePosts.DEAD_LETTERS)).isNull();
    assertThat(count(Ledger.READ)).isZero();
  }

  private void read(String where, long time, String record) throws Exception {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    parsePosts.processElement(RawRecord.ofFile(where, time, bytes, false), time);
  }

  private long count(String accumulator) {
    return operator
        .getUserFunction()
        .getRuntimeContext()
        .getLongCounter(accumulator)
        .getLocalValue();
  }
}
