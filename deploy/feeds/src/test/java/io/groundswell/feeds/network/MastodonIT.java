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

/** A Mastodon server on a bad day. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class MastodonIT {
  private static final String KEY = "very-secret-token";
  private static final String INSTANCE = "/api/v2/instance";
  private static final String STREAM = "/api/v1/streaming/public";
  private static final String TIMELINE = "/api/v1/timelines/public";
  private static final Duration LONG = Duration.ofMinutes(1);

  private final FakeTime time = new FakeTime();
  private LocalServer server;
  private String topic;

  @BeforeEach
  void start(TestInfo test) throws Exception {
    server = new LocalServer();
    topic = "mastodon-" + test.getTestMethod().orElseThrow().getName();
    SharedBroker.create(topic);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatWasPostedWhileTheStreamWasBrokenIsFetchedPageByPage() throws Exception {
    server.on(
        STREAM,
        Reply.stream(
            ":)\n" + updates(1, 4) + "event: update\ndata: {\"id\":\"" + number(4), Reply.broken()),
        Reply.stream(":)\n" + updates(9, 11) + delete(2), Reply.silence()));
    server.on(TIMELINE, page(1, 5), page(5, 9), page(9, 10), page(10, 10));

    try (RunningFeed feed = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      reader.values(3 + 9 + 3);
      Map<String, Long> arrived =
          reader.posts(Format.MASTODON).stream()
              .filter(post -> !post.deleted())
              .collect(Collectors.groupingBy(Post::id, Collectors.counting()));
      assertThat(arrived).containsOnlyKeys(ids(1, 11));
      assertThat(reader.posts(Format.MASTODON))
          .filteredOn(Post::deleted)
          .extracting(Post::id)
          .containsExactlyElementsOf(ids(2, 3));
      assertThat(feed.said()).anyMatch(line -> line.startsWith("the connection broke"));
    }
    assertThat(server.asked(TIMELINE))
        .containsExactly(
            from(number(3) - (60_000L << 16)), from(number(4)), from(number(8)), from(number(9)));
  }

  @Test
  void theStreamMayBeOnAHostOfItsOwn() throws Exception {
    try (LocalServer streaming = new LocalServer()) {
      String address = streaming.address().toString().replace("http", "ws");
      server.on(
          INSTANCE,
          Reply.page(200, "{\"configuration\":{\"urls\":{\"streaming\":\"" + address + "\"}}}"));
      streaming.on(STREAM, Reply.stream(updates(1, 2), Reply.silence()));

      try (RunningFeed feed = feed(LONG);
          TopicReader reader = new TopicReader(topic)) {
        assertThat(reader.values(1)).hasSize(1);
        assertThat(feed.said()).hasSize(1);
      }
    }
  }

  @Test
  void noThumpIsABrokenConnection() throws Exception {
    server.on(
        STREAM,
        Reply.stream(updates(1, 2), Reply.silence()),
        Reply.stream(":thump\n", Reply.stream(updates(2, 3), Reply.silence())));
    server.on(TIMELINE, page(1, 1));

    try (RunningFeed feed = feed(Duration.ofMillis(500));
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(2)).hasSize(2);
      assertThat(feed.said()).anyMatch(line -> line.startsWith("not a sign of life"));
    }
  }

  @Test
  void aBusyServerIsAskedMoreAndMoreRarely() throws Exception {
    server.on(
        STREAM,
        Reply.page(503, "<html>busy"),
        Reply.page(503, "<html>busy"),
        Reply.page(503, "<html>busy"),
        Reply.page(
            429,
            "{\"error\":\"Too many requests\"}",
            "X-RateLimit-Remaining",
            "0",
            "X-RateLimit-Reset",
            "2026-03-02T05:04:35.000Z"),
        Reply.stream(updates(1, 2), Reply.silence()));

    try (RunningFeed feed = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      reader.values(1);
      assertThat(time.sleeps())
          .extracting(Duration::toSeconds)
          .containsExactly(5L, 10L, 20L, 4 * 60 + 35 - 35L);
      assertThat(feed.said()).anyMatch(line -> line.contains("429") && line.contains("Too many"));
    }
  }

  @Test
  void aWrongKeyEndsTheFeedInOneLineThatDoesNotTellIt() throws Exception {
    server.on(STREAM, Reply.page(401, "{\"error\":\"The access token is invalid\"}"));

    try (RunningFeed feed = feed(LONG)) {
      assertThat(feed.lastWord())
          .isEqualTo(
              "%s answers 401 to %s (The access token is invalid)"
                  .formatted(server.address().getAuthority(), STREAM));
      assertThat(feed.said()).noneMatch(line -> line.contains(KEY));
    }
    assertThat(server.asked().get(0).authorization()).isEqualTo("Bearer " + KEY);
  }

  @Test
  void startedAgainItFetchesWhatItMissed() throws Exception {
    server.on(
        STREAM,
        Reply.stream(updates(1, 60), Reply.silence()),
        Reply.stream(updates(62, 63), Reply.silence()));
    try (RunningFeed first = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      reader.values(59);
      assertThat(first.said()).containsExactly("begins with what is posted now");
    }
    server.on(TIMELINE, page(60, 62), page(62, 62));
    try (RunningFeed second = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      reader.values(62);
      assertThat(reader.posts(Format.MASTODON))
          .extracting(Post::id)
          .containsExactlyInAnyOrderElementsOf(ids(1, 63));
      assertThat(second.said()).first().asString().startsWith("resumes after 1");
    }
  }

  private RunningFeed feed(Duration quiet) {
    Keys keys = new Keys(Map.of("MASTODON_ACCESS_TOKEN", KEY));
    Mastodon network = new Mastodon(new Web(time, "test"), server.address(), false, keys, quiet);
    return RunningFeed.start(network, topic, time);
  }

  private static String from(long id) {
    return "GET " + TIMELINE + "?limit=40&min_id=" + id;
  }

  private static Reply page(int from, int to) {
    List<String> newestFirst =
        IntStream.range(from, to).mapToObj(i -> status(from + to - 1 - i)).toList();
    return Reply.page(200, "[" + String.join(",\n", newestFirst) + "]");
  }

  private static String updates(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "event: update\ndata: " + status(i) + "\n\n")
        .collect(Collectors.joining());
  }

  private static String delete(int number) {
    return "event: delete\ndata: " + number(number) + "\n\n";
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> Long.toString(number(i))).toList();
  }

  private static long number(int number) {
    return (1_772_427_600_000L + number * 1000L) << 16;
  }

  private static String status(int number) {
    return ("{'id':'%d','created_at':'2026-03-02T05:00:%02d.000Z','visibility':'public',"
            + "'content':'<p>the lights went out \u26a1 %d</p>','account':{'id':'7','acct':'ann'}}")
        .formatted(number(number), number % 60, number)
        .replace('\'', '"');
  }
}
