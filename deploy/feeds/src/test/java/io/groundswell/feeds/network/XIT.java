package io.groundswell.feeds.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Post;
import io.groundswell.feeds.FakeTime;
import io.groundswell.feeds.RunningFeed;
import io.groundswell.feeds.kafka.SharedBroker;
import io.groundswell.feeds.kafka.TopicReader;
import io.groundswell.feeds.web.LocalServer;
import io.groundswell.feeds.web.LocalServer.Asked;
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

/** X's filtered stream, and what it does when it does not stream. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class XIT {
  private static final String KEY = "very-secret-bearer";
  private static final String STREAM = "/2/tweets/search/stream";
  private static final String RULES = STREAM + "/rules";
  private static final Duration LONG = Duration.ofMinutes(1);

  private final FakeTime time = new FakeTime();
  private LocalServer server;
  private String topic;

  @BeforeEach
  void start(TestInfo test) throws Exception {
    server = new LocalServer();
    topic = "x-" + test.getTestMethod().orElseThrow().getName();
    SharedBroker.create(topic);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void brokenOffInTheMiddleOfAPostItAsksForTheLastMinutesAgain() throws Exception {
    server.on(RULES, rules("'id': '1', 'value': '@acme', 'tag': 'groundswell'"));
    server.on(
        STREAM,
        Reply.stream(posts(0, 20) + "\r\n{\"data\":{\"id\":\"123", Reply.broken()),
        Reply.stream(posts(15, 40), Reply.silence()));

    try (RunningFeed feed = feed(LONG, true, "@acme");
        TopicReader reader = new TopicReader(topic)) {
      List<String> arrived = reader.values(46);
      assertThat(arrived).hasSize(46).contains("").doesNotContain("{\"data\":{\"id\":\"123");
      assertThat(reader.posts(Format.X).stream().filter(post -> !post.notice()).map(Post::id))
          .containsAll(IntStream.range(0, 40).mapToObj(XIT::id).toList());
      assertThat(reader.posts(Format.X)).filteredOn(Post::notice).hasSize(1);
      assertThat(feed.said()).anyMatch(line -> line.startsWith("the connection broke"));
    }
    assertThat(server.asked(STREAM + "?"))
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("backfill"),
            second -> assertThat(second).endsWith("&backfill_minutes=1"));
    assertThat(server.asked()).allMatch(asked -> asked.authorization().equals("Bearer " + KEY));
  }

  @Test
  void whatXCannotDeliverAgainIsSaid() throws Exception {
    server.on(RULES, rules("'id': '1', 'value': '@acme'"));
    server.on(
        STREAM,
        Reply.stream(posts(0, 1), Reply.ended()),
        Reply.stream(posts(1, 2), Reply.silence()));

    try (RunningFeed feed = feed(LONG, false);
        TopicReader reader = new TopicReader(topic)) {
      reader.values(2);
      assertThat(feed.said())
          .containsSubsequence(
              "X ended the stream; again in 250 ms",
              "X does not deliver again all of what was posted since " + FakeTime.BEGIN);
    }
  }

  @Test
  void noKeepAliveIsABrokenConnection() throws Exception {
    server.on(RULES, rules("'id': '1', 'value': '@acme'"));
    server.on(
        STREAM,
        Reply.stream(posts(0, 1) + "\r\n", Reply.silence()),
        Reply.stream(posts(1, 2), Reply.silence()));

    try (RunningFeed feed = feed(Duration.ofMillis(500), false);
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(3)).hasSize(3);
      assertThat(feed.said()).anyMatch(line -> line.startsWith("not a sign of life"));
    }
  }

  @Test
  void itWaitsAsXSaysAndElseAsXAdvises() throws Exception {
    long reset = FakeTime.BEGIN.plusSeconds(500).getEpochSecond();
    server.on(RULES, Reply.page(503, ""), rules("'id': '1', 'value': '@acme'"));
    server.on(
        STREAM,
        Reply.page(429, "{\"title\":\"ConnectionException\",\"detail\":\"too many\"}"),
        Reply.page(429, "", "x-rate-limit-reset", Long.toString(reset)),
        Reply.page(500, ""),
        Reply.stream(posts(0, 1), Reply.silence()));

    try (RunningFeed feed = feed(LONG, false);
        TopicReader reader = new TopicReader(topic)) {
      reader.values(1);
      assertThat(time.sleeps())
          .extracting(Duration::toSeconds)
          .containsExactly(5L, 120L, 500L - 125L, 40L);
      assertThat(feed.said()).anyMatch(line -> line.contains("(too many)"));
    }
  }

  @Test
  void rulesAreMadeToMatchAndOthersLeftAlone() throws Exception {
    server.on(
        RULES,
        rules(
            "'id': '1', 'value': '@acme', 'tag': 'groundswell'",
            "'id': '2', 'value': '@old', 'tag': 'groundswell'",
            "'id': '3', 'value': '@theirs', 'tag': 'marketing'"),
        Reply.page(201, "{\"meta\":{\"summary\":{\"created\":1}}}"),
        Reply.page(200, "{\"meta\":{\"summary\":{\"deleted\":1}}}"));
    server.on(STREAM, Reply.stream(posts(0, 1), Reply.silence()));

    try (RunningFeed feed = feed(LONG, false, "@acme", "\"acme phones\" -is:retweet");
        TopicReader reader = new TopicReader(topic)) {
      reader.values(1);
      assertThat(feed.said()).contains("X also delivers by 1 rules that were not set from here");
    }
    assertThat(server.asked())
        .filteredOn(asked -> asked.line().startsWith("POST"))
        .extracting(Asked::body)
        .containsExactly(
            "{\"add\":[{\"value\":\"\\\"acme phones\\\" -is:retweet\",\"tag\":\"groundswell\"}]}",
            "{\"delete\":{\"ids\":[\"2\"]}}");
  }

  @Test
  void aRuleThatXDoesNotTakeEndsTheFeed() throws Exception {
    server.on(
        RULES,
        Reply.page(200, "{\"meta\":{}}"),
        Reply.page(201, "{\"errors\":[{\"value\":\"a OR\",\"title\":\"UnprocessableEntity\"}]}"));

    try (RunningFeed feed = feed(LONG, false, "a OR")) {
      assertThat(feed.lastWord()).isEqualTo("--rule: X refuses 'a OR': UnprocessableEntity");
    }
  }

  @Test
  void withoutRulesItEndsSinceNothingWouldCome() throws Exception {
    server.on(RULES, Reply.page(200, "{\"meta\":{}}"));

    try (RunningFeed feed = feed(LONG, false)) {
      assertThat(feed.lastWord()).endsWith("give --rule");
    }
  }

  @Test
  void aWrongKeyEndsTheFeedInOneLineThatDoesNotTellIt() throws Exception {
    server.on(RULES, Reply.page(403, "{\"detail\":\"your access does not include this\"}"));

    try (RunningFeed feed = feed(LONG, false)) {
      assertThat(feed.lastWord())
          .contains("403", "your access does not include this")
          .doesNotContain(KEY)
          .hasLineCount(1);
    }
  }

  private RunningFeed feed(Duration quiet, boolean backfill, String... rules) {
    Keys keys = new Keys(Map.of("X_BEARER_TOKEN", KEY));
    Web web = new Web(time, "test");
    return RunningFeed.start(
        new X(web, server.address(), List.of(rules), backfill, keys, quiet, time), topic, time);
  }

  private static Reply rules(String... rules) {
    return Reply.page(
        200, "{'data': [{%s}]}".formatted(String.join("}, {", rules)).replace('\'', '"'));
  }

  private static String posts(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> post(i) + "\r\n").collect(Collectors.joining());
  }

  private static String id(int number) {
    return Long.toString((1_772_427_600_000L - 1_288_834_974_657L + number * 1000L) << 22);
  }

  private static String post(int number) {
    return ("{'data':{'id':'%s','text':'no signal \u26a1','author_id':'7',"
            + "'created_at':'2026-03-02T05:00:%02d.000Z'}}")
        .formatted(id(number), number % 60)
        .replace('\'', '"');
  }
}
