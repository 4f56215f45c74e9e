package io.groundswell.feeds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.feeds.kafka.SharedBroker;
import io.groundswell.feeds.kafka.TopicReader;
import io.groundswell.feeds.web.LocalSocket;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what they are answered. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FeedCommandsIT {
  private static final Map<String, String> KEYS =
      Map.of(
          "X_BEARER_TOKEN",
          "k\u00e9y",
          "MASTODON_ACCESS_TOKEN",
          "key",
          "REDDIT_CLIENT_ID",
          "idol-of-mine");

  @TempDir Path folder;

  private record Answer(int code, String out, String err) {}

  @Test
  void bareSaysWhatItIsAndWhatToTry() {
    Answer answer = run();
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("into Kafka", "bluesky", "mastodon", "reddit", "Try", "feed bluesky", "format:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bluesky", "mastodon", "reddit", "x"})
  void everyNetworkHasHelpWithAnExample(String network) {
    Answer answer = run(network, "--help");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("Example:", "  feed " + network, "--brokers", "--kafka");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blusky | Unmatched argument",
        "bluesky --topics a | Unknown option",
        "bluesky --host a/b | --host: 'a/b' is no address; give a name such as wss://NAME",
        "mastodon | Missing required option: '--server=NAME'",
        "mastodon --server https:// | --server: 'https://' is no address",
        "reddit --subreddit a --user b --every 0 | at least 1 second",
        "reddit --subreddit a/b --user b | --subreddit: 'a/b' is no name",
        "reddit --subreddit a --user b | REDDIT_CLIENT_SECRET is not set in the environment",
        "x | X_BEARER_TOKEN holds a character that no key has; copy it anew",
        "bluesky --kafka none.properties | --kafka: none.properties cannot be read",
      })
  void mistakesAreAnsweredInOneLine(String arguments, String expected) {
    Answer answer = run(arguments.split(" ", -1));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err().strip()).contains(expected).hasLineCount(1).doesNotContain("k\u00e9y");
  }

  @Test
  void noBrokerIsAnsweredInOneLine() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Answer answer = run("bluesky", "--brokers", "127.0.0.1:" + port);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err().strip())
        .isEqualTo(
            "bluesky: --brokers: no broker answers at 127.0.0.1:%d; start one, or mend the address"
                .formatted(port));
  }

  @Test
  void settingsThatKafkaDoesNotKnowAreAnsweredInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("kafka.properties"), "security.protocol=SECRET\n");
    Answer answer = run("bluesky", "--kafka", file.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err().strip())
        .startsWith("bluesky: --brokers, --kafka: ")
        .contains("security.protocol")
        .hasLineCount(1);
  }

  @Test
  void itRunsUntilItIsStoppedAndThenSaysWhatItDid() throws Exception {
    LocalSocket jetstream = new LocalSocket();
    jetstream.then(socket -> socket.send("{\"time_us\":1772427600000000}"));
    Path file =
        Files.writeString(
            folder.resolve("kafka.properties"), "bootstrap.servers=" + SharedBroker.address());
    SharedBroker.create("cli");
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    String host = jetstream.address().toString();
    String settings = file.toString();
    Thread feed =
        new Thread(
            () ->
                answer.complete(
                    run("bluesky", "--host", host, "--kafka", settings, "--topic", "cli")));
    feed.start();
    try (TopicReader reader = new TopicReader("cli")) {
      assertThat(reader.values(1)).containsExactly("{\"time_us\":1772427600000000}");
    }
    feed.interrupt();
    assertThat(answer.get().code()).isZero();
    assertThat(answer.get().err().lines().toList())
        .satisfiesExactly(
            first ->
                assertThat(first).isEqualTo("bluesky: writes to topic 'cli'; stop with Ctrl-C"),
            second -> assertThat(second).isEqualTo("bluesky: begins with what is posted now"),
            third -> assertThat(third).startsWith("bluesky: stopped: 1 records, "));
    jetstream.shut();
  }

  private static Answer run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = FeedCommands.run(KEYS, arguments);
      return new Answer(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
