package io.groundswell.feeds.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Post;
import io.groundswell.feeds.FakeTime;
import io.groundswell.feeds.RunningFeed;
import io.groundswell.feeds.kafka.SharedBroker;
import io.groundswell.feeds.kafka.TopicReader;
import io.groundswell.feeds.web.LocalServer;
import io.groundswell.feeds.web.Reply;
import io.groundswell.feeds.web.Web;
import io.groundswell.jobs.surge.connector.format.Format;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** Two lists of Reddit, asked for again and again. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RedditIT {
  private static final String SECRET = "very-secret-secret";
  private static final String TOKEN = "/api/v1/access_token";
  private static final String NEW = "/r/acme+phones/new";
  private static final String COMMENTS = "/r/acme+phones/comments";
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final FakeTime time = new FakeTime();
  private LocalServer server;
  private String topic;

  @BeforeEach
  void start(TestInfo test) throws Exception {
    server = new LocalServer();
    topic = "reddit-" + test.getTestMethod().orElseThrow().getName();
    SharedBroker.create(topic);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eachThingIsSentOnceOldestFirstHoweverManyPagesItTakes() throws Exception {
    server.on(TOKEN, token("one"));
    server.on(NEW, list("", submission(10), submission(9)), list("", submission(10)));
    server.on(
        COMMENTS,
        list("", comment(101), comment(100)),
        list("t1_" + id(105), comment(107), comment(106), comment(105)),
        list("t1_" + id(102), comment(104), comment(103), comment(102)),
        list("", comment(101), comment(100)));

    try (RunningFeed feed = feed();
        TopicReader reader = new TopicReader(topic)) {
      server.awaitEnd(NEW);
      List<String> arrived = reader.values(10);
      assertThat(arrived).hasSize(10).contains(comment(107), comment(100), submission(9));
      for (List<String> partition : reader.partitions()) {
        assertThat(partition.stream().filter(thing -> thing.contains("t1_"))).isSorted();
      }
      assertThat(reader.posts(Format.REDDIT)).extracting(Post::id).contains("t1_" + id(104));
      assertThat(feed.said()).hasSize(1);
    }
    assertThat(server.asked(COMMENTS))
        .containsExactly(
            "GET " + COMMENTS + "?limit=100",
            "GET " + COMMENTS + "?limit=100",
            "GET " + COMMENTS + "?limit=100&after=t1_" + id(105),
            "GET " + COMMENTS + "?limit=100&after=t1_" + id(102));
    assertThat(server.asked()).allMatch(asked -> asked.agent().equals("java:test:1 (by /u/ann)"));
  }

  /** Nothing comes "before" a name that is gone; here it does. */
  @Test
  void aDeletedLastPostDoesNotStopIt() throws Exception {
    server.on(TOKEN, token("one"));
    server.on(NEW, list("", submission(5), submission(4)), list("", submission(6), submission(4)));
    server.on(COMMENTS, list(""), list(""));

    try (RunningFeed feed = feed();
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(3)).contains(submission(6));
      assertThat(feed.said()).hasSize(1);
    }
  }

  @Test
  void whatAModeratorLetsPassLateIsSentToo() throws Exception {
    server.on(TOKEN, token("one"));
    server.on(NEW, list(""), list(""));
    server.on(
        COMMENTS,
        list("", comment(7), comment(5)),
        list("", comment(8), comment(7), comment(6), comment(5)));

    try (RunningFeed feed = feed();
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(4)).contains(comment(6));
      assertThat(feed.said()).hasSize(1);
    }
  }

  @Test
  void itWaitsWhenItsShareIsUsedUp() throws Exception {
    server.on(TOKEN, token("one"));
    server.on(
        NEW,
        Reply.page(
            200,
            listing("", submission(1)),
            "X-Ratelimit-Remaining",
            "0.0",
            "X-Ratelimit-Reset",
            "87"),
        Reply.page(429, "", "Retry-After", "33"),
        list("", submission(2), submission(1)));
    server.on(COMMENTS, list(""), list(""));

    try (RunningFeed feed = feed();
        TopicReader reader = new TopicReader(topic)) {
      reader.values(2);
      server.awaitEnd(NEW);
      assertThat(time.sleeps())
          .containsExactly(Duration.ofSeconds(87), EVERY, Duration.ofSeconds(33), EVERY);
      assertThat(feed.said()).anyMatch(line -> line.contains("429"));
    }
  }

  @Test
  void aTokenThatEndsIsRenewed() throws Exception {
    server.on(TOKEN, token("one"), token("two"));
    server.on(NEW, list("", submission(1)), Reply.page(401, ""), list("", submission(2)));
    server.on(COMMENTS, list(""), list(""));

    try (RunningFeed feed = feed();
        TopicReader reader = new TopicReader(topic)) {
      reader.values(2);
      assertThat(feed.said()).hasSize(1);
    }
    assertThat(server.asked())
        .filteredOn(asked -> asked.line().contains(NEW))
        .extracting(LocalServer.Asked::authorization)
        .startsWith("Bearer one", "Bearer one", "Bearer two");
  }

  @Test
  void wrongKeysEndTheFeedInOneLineThatDoesNotTellThem() throws Exception {
    server.on(TOKEN, Reply.page(401, "{\"message\":\"Unauthorized\",\"error\":401}"));

    try (RunningFeed feed = feed()) {
      assertThat(feed.lastWord()).contains("answers 401").doesNotContain(SECRET).hasLineCount(1);
      assertThat(feed.said()).noneMatch(line -> line.contains(SECRET));
    }
  }

  @Test
  void startedAgainItFetchesWhatItMissed() throws Exception {
    server.on(TOKEN, token("one"), token("two"));
    server.on(NEW, list("", submission(1)));
    server.on(COMMENTS, list("", comment(20)));
    try (RunningFeed first = feed();
        TopicReader reader = new TopicReader(topic)) {
      reader.values(2);
      server.awaitEnd(NEW);
      assertThat(first.said()).hasSize(1);
    }
    server.on(NEW, list("", submission(3), submission(2), submission(1)), list(""));
    server.on(
        COMMENTS,
        list("t1_" + id(22), comment(23), comment(22)),
        list("", comment(21), comment(20), comment(19)));
    try (RunningFeed second = feed();
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(7)).contains(submission(2), submission(3), comment(21), comment(23));
      server.awaitEnd(COMMENTS);
      assertThat(reader.values(7)).doesNotContain(comment(19));
      assertThat(second.said()).first().asString().startsWith("resumes after t3_" + id(1));
    }
  }

  private RunningFeed feed() {
    Keys keys = new Keys(Map.of("REDDIT_CLIENT_ID", "me", "REDDIT_CLIENT_SECRET", SECRET));
    Web web = new Web(time, "java:test:1 (by /u/ann)");
    List<String> subreddits = List.of("acme", "phones");
    return RunningFeed.start(
        new Reddit(web, server.address(), server.address(), subreddits, keys, EVERY, time),
        topic,
        time);
  }

  private static Reply token(String token) {
    return Reply.page(200, "{\"access_token\":\"" + token + "\",\"expires_in\":86400}");
  }

  private static Reply list(String after, String... things) {
    return Reply.page(200, listing(after, things));
  }

  private static String listing(String after, String... things) {
    return "{\"kind\": \"Listing\", \"data\": {\"after\": %s, \"dist\": %d, \"children\": [%s]}}"
        .formatted(
            after.isEmpty() ? "null" : "\"" + after + "\"",
            things.length,
            IntStream.range(0, things.length)
                .mapToObj(i -> things[i])
                .collect(Collectors.joining(", ")));
  }

  private static String id(int number) {
    return Integer.toString(100_000 + number, 36);
  }

  private static String submission(int number) {
    return ("{'kind': 't3', 'data': {'name': 't3_%s', 'title': 'No signal \u26a1', 'selftext': '',"
            + " 'author': 'ann', 'subreddit': 'acme', 'created_utc': 1772427600.0}}")
        .formatted(id(number))
        .replace('\'', '"');
  }

  private static String comment(int number) {
    return ("{'kind': 't1', 'data': {'name': 't1_%s', 'body': 'no signal either \u26a1',"
            + " 'author': 'ben', 'subreddit': 'phones', 'created_utc': 1772427600.0}}")
        .formatted(id(number))
        .replace('\'', '"');
  }
}
