package io.groundswell.feeds.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.feeds.FakeTime;
import io.groundswell.feeds.RunningFeed;
import io.groundswell.feeds.kafka.SharedBroker;
import io.groundswell.feeds.kafka.TopicReader;
import io.groundswell.feeds.web.LocalServer;
import io.groundswell.feeds.web.LocalSocket;
import io.groundswell.feeds.web.Reply;
import io.groundswell.feeds.web.Web;
import io.groundswell.jobs.surge.connector.format.Format;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** Two hosts of Jetstream that are not to be relied on. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BlueskyIT {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final long FIRST = 1_772_427_600_000_000L;

  private final FakeTime time = new FakeTime();
  private LocalSocket east;
  private LocalSocket west;
  private String topic;

  @BeforeEach
  void start(TestInfo test) throws Exception {
    east = new LocalSocket();
    west = new LocalSocket();
    topic = "bluesky-" + test.getTestMethod().orElseThrow().getName();
    SharedBroker.create(topic);
  }

  @AfterEach
  void stop() throws Exception {
    east.shut();
    west.shut();
  }

  @Test
  void brokenOffInTheMiddleOfAPostTheNextHostGoesOn() throws Exception {
    east.then(LocalSocket.breaksInTheMiddle(posts(0, 500), "{\"did\":\"did:plc:ha"));
    west.then(sends(posts(449, 1000)));
    List<String> served = posts(0, 1000);

    try (RunningFeed feed = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(1051)).hasSize(1051).containsAll(served).allMatch(served::contains);
      assertThat(reader.posts(Format.BLUESKY))
          .allSatisfy(post -> assertThat(post.text()).startsWith("the lights went out"));
      for (List<String> partition : reader.partitions()) {
        assertThat(stepsBack(partition)).isLessThanOrEqualTo(1); // Where the next host goes on.
      }
      assertThat(feed.said()).anyMatch(line -> line.contains("; again in 250 ms"));
    }
    assertThat(east.asked()).containsExactly(path(""));
    assertThat(west.asked()).containsExactly(path("&cursor=" + (micros(499) - 5_000_000)));
  }

  @Test
  void aHostThatSaysNothingIsLeft() throws Exception {
    east.then(sends(posts(0, 3)));
    west.then(sends(posts(3, 6)));

    try (RunningFeed feed = feed(Duration.ofMillis(500));
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(6)).containsExactlyInAnyOrderElementsOf(posts(0, 6));
      assertThat(feed.said()).anyMatch(line -> line.startsWith("not a sign of life"));
    }
  }

  @Test
  void aPingIsASignOfLife() throws Exception {
    east.then(
        socket -> {
          for (int i = 0; i < 200; i++) {
            socket.sendPing();
          }
          posts(0, 1).forEach(socket::send);
        });

    try (RunningFeed feed = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(1)).isEqualTo(posts(0, 1));
      assertThat(feed.said()).hasSize(1);
    }
  }

  @Test
  void startedAgainItResumesFromWhatIsInKafka() throws Exception {
    east.then(sends(posts(0, 200))).then(sends(posts(150, 300)));

    try (RunningFeed first = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      reader.values(200);
      assertThat(first.said()).contains("begins with what is posted now");
    }
    try (RunningFeed second = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(350)).containsAll(posts(0, 300));
      assertThat(second.said()).first().asString().startsWith("resumes after 17724276");
    }
    String cursor = east.asked().get(1).replaceFirst(".*cursor=", "");
    assertThat(Long.parseLong(cursor) + 5_000_000).isBetween(micros(0), micros(199));
  }

  @Test
  void aHostThatIsAskedTooMuchIsAskedWhenItSaid() throws Exception {
    try (LocalServer busy = new LocalServer()) {
      busy.on("/subscribe", Reply.page(429, "", "Retry-After", "7"));
      east.then(sends(posts(0, 1)));
      Bluesky network = bluesky(LONG, busyAddress(busy), east.address());

      try (RunningFeed feed = RunningFeed.start(network, topic, time);
          TopicReader reader = new TopicReader(topic)) {
        reader.values(1);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
        assertThat(feed.said()).anyMatch(line -> line.contains("answers 429"));
      }
    }
  }

  @Test
  void whatIsNoJsonIsPassedOnForTheJobToRefuse() throws Exception {
    east.then(sends(List.of("<html>", "x".repeat(400_000), post(1))));

    try (RunningFeed feed = feed(LONG);
        TopicReader reader = new TopicReader(topic)) {
      assertThat(reader.values(3)).contains("<html>", "x".repeat(256 * 1024 + 1), post(1));
      assertThat(feed.said()).hasSize(1);
    }
  }

  private RunningFeed feed(Duration quiet) {
    return RunningFeed.start(bluesky(quiet, east.address(), west.address()), topic, time);
  }

  private Bluesky bluesky(Duration quiet, URI... hosts) {
    return new Bluesky(new Web(time, "test"), List.of(hosts), quiet);
  }

  private static long stepsBack(List<String> posts) {
    return IntStream.range(1, posts.size())
        .filter(i -> posts.get(i).compareTo(posts.get(i - 1)) < 0)
        .count();
  }

  private static URI busyAddress(LocalServer server) {
    return URI.create(server.address().toString().replace("http", "ws"));
  }

  private static String path(String cursor) {
    return "/subscribe?wantedCollections=app.bsky.feed.post&wantedCollections=app.bsky.feed.repost"
        + cursor;
  }

  private static Consumer<WebSocket> sends(List<String> messages) {
    return socket -> messages.forEach(socket::send);
  }

  private static List<String> posts(int from, int to) {
    return IntStream.range(from, to).mapToObj(BlueskyIT::post).toList();
  }

  private static long micros(int number) {
    return FIRST + number * 100_000L;
  }

  private static String post(int number) {
    return ("{'time_us':%d,'did':'did:plc:ann','kind':'commit','commit':{'rev':'r%04d',"
            + "'operation':'create','collection':'app.bsky.feed.post','rkey':'k%04d','record':"
            + "{'$type':'app.bsky.feed.post','createdAt':'2026-03-02T05:00:00Z','langs':['en'],"
            + "'text':'the lights went out \u26a1 %d'}}}")
        .formatted(micros(number), number, number, number)
        .replace('\'', '"');
  }
}
