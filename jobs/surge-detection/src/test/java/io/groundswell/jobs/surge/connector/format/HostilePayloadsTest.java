package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.PostFormat;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Said;
import io.groundswell.jobs.surge.post.ParsePosts;
import io.groundswell.jobs.surge.post.ReadPost;
import io.groundswell.jobs.surge.triage.JudgePosts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a network sends, every record has exactly one outcome, and none takes long. Ten thousand
 * records a format; a million in all with {@code mvn test -pl jobs/surge-detection -am
 * -Dtest=HostilePayloadsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgroundswell.fuzz=250000}.
 */
class HostilePayloadsTest {
  private static final int RECORDS = Integer.getInteger("groundswell.fuzz", 10_000);
  private static final int BATCH = 10_000;
  private static final long NOW = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
  private static final long LONGEST_NANOS = 2_000_000_000;

  private final Map<String, Long> outcomes = new TreeMap<>();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POST")
  void everyRecordHasOneOutcome(Format format) throws Exception {
    Mutation mutation = new Mutation(payloads(format), 42);
    PostFormat posts = format.posts();
    for (int done = 0; done < RECORDS; done += BATCH) {
      run(mutation, posts, Math.min(BATCH, RECORDS - done));
    }
    if (RECORDS > BATCH) {
      System.out.println(format.label() + " " + outcomes);
    }
    assertThat(outcomes.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(RECORDS);
    assertThat(outcomes).containsKeys("dead_letters", "chatter");
    assertThat(outcomes.keySet()).hasSizeGreaterThan(2);
  }

  private void run(Mutation mutation, PostFormat posts, int count) throws Exception {
    OneInputStreamOperatorTestHarness<RawRecord, ReadPost> parse = parse(posts);
    OneInputStreamOperatorTestHarness<ReadPost, Mention> judge = judge();
    for (int i = 0; i < count; i++) {
      byte[] bytes = mutation.next();
      long began = System.nanoTime();
      parse.processElement(RawRecord.live(Input.POSTS, "posts-0:" + i, bytes, NOW, NOW), NOW);
      assertThat(System.nanoTime() - began)
          .as(new String(bytes, StandardCharsets.UTF_8))
          .isLessThan(LONGEST_NANOS);
    }
    for (ReadPost read : parse.extractOutputValues()) {
      assertThat(read.post().id().isEmpty()).isEqualTo(read.post().notice());
      judge.processElement(read, NOW);
    }
    add(Said.in(parse.getSideOutput(Ledger.OUTCOMES)));
    add(Said.in(judge.getSideOutput(Ledger.OUTCOMES)));
    outcomes.merge("complaints", complaints(judge), Long::sum);
    letters(parse);
    parse.close();
    judge.close();
  }

  private static long complaints(OneInputStreamOperatorTestHarness<ReadPost, Mention> judge) {
    return judge.extractOutputValues().stream().filter(mention -> !mention.withdrawal()).count();
  }

  private static void letters(OneInputStreamOperatorTestHarness<RawRecord, ReadPost> parse) {
    parse
        .getSideOutput(ParsePosts.DEAD_LETTERS)
        .forEach(
            element -> {
              DeadLetter letter = element.getValue();
              assertThat(letter.detail()).isNotEmpty().doesNotContain("\n");
            });
  }

  private void add(Said said) {
    Arrays.stream(Outcome.values())
        .filter(outcome -> said.count(outcome) > 0)
        .forEach(outcome -> outcomes.merge(outcome.label(), said.count(outcome), Long::sum));
  }

  @Test
  void theSameSeedGivesTheSameRecords() {
    assertThat(new Mutation(payloads(Format.X), 7).next())
        .isEqualTo(new Mutation(payloads(Format.X), 7).next());
  }

  private static OneInputStreamOperatorTestHarness<RawRecord, ReadPost> parse(PostFormat format)
      throws Exception {
    ParsePosts parse = new ParsePosts(new Reading(format, NOW), new ArrivalRule(60_000, 300_000));
    OneInputStreamOperatorTestHarness<RawRecord, ReadPost> harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(parse));
    harness.open();
    return harness;
  }

  private static OneInputStreamOperatorTestHarness<ReadPost, Mention> judge() throws Exception {
    JudgePosts judge = new JudgePosts(Rules.of(Runs.CATALOGUE, Policy.defaults()), true);
    OneInputStreamOperatorTestHarness<ReadPost, Mention> harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(judge));
    harness.open();
    return harness;
  }

  private static List<Payload> payloads(Format format) {
    return switch (format) {
      case X ->
          List.of(
              XPostsTest.POST,
              XPostsTest.POST.with(
                  "'lang'", "'referenced_tweets': [{'type': 'retweeted', 'id': '9'}], 'lang'"),
              new Payload(format, "{'data': {'delete': {'tweet': {'id': '8'}, 'event_at': 'T'}}}"),
              new Payload(format, "{'errors': [{'title': 'operational-disconnect'}]}"));
      case BLUESKY ->
          List.of(
              BlueskyPostsTest.POST,
              BlueskyPostsTest.POST.with(
                  "'langs'",
                  "'facets': [{'index': {'byteStart': 3, 'byteEnd': 9}, 'features': [{'$type':"
                      + " 'app.bsky.richtext.facet#link', 'uri': 'https://a.example'}]}], 'langs'"),
              BlueskyPostsTest.POST.with("'create'", "'delete'"),
              BlueskyPostsTest.POST
                  .with(
                      "'collection': 'app.bsky.feed.post'", "'collection': 'app.bsky.feed.repost'")
                  .with("'langs'", "'subject': {'uri': 'at://theirs'}, 'langs'"),
              BlueskyPostsTest.POST.with("feed.post'", "feed.like'"));
      case MASTODON ->
          List.of(
              MastodonPostsTest.STATUS,
              new Payload(
                  format,
                  "{'event': 'update', 'payload': " + MastodonPostsTest.STATUS.json() + "}"),
              new Payload(format, "{'event': 'delete', 'payload': '116182430515200042'}"),
              new Payload(format, "{'event': 'notification', 'payload': '{}'}"));
      default ->
          List.of(
              RedditPostsTest.COMMENT,
              RedditPostsTest.SUBMISSION,
              new Payload(format, "{'kind': 'more', 'data': {'id': '4'}}"));
    };
  }
}
