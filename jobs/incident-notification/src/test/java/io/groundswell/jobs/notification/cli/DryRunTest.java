package io.groundswell.jobs.notification.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.notice.Updates;
import io.groundswell.jobs.notification.settings.NotifyFile;
import io.groundswell.jobs.notification.settings.NotifySettings;
import io.groundswell.jobs.notification.web.Web;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown instead of sent, and what is sent to try a route. */
class DryRunTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final FarSide hook = new FarSide(asked -> FarSide.Said.of(200, ""));
  private final Web web = new Web();
  private NotifySettings settings;

  @BeforeEach
  void read() {
    settings =
        NotifyFile.read(
            Path.of("notify.yaml"),
            """
            allowed_hosts: [127.0.0.1]
            destinations:
              pager: {type: pagerduty, routing_key: "${KEY}"}
              chat: {type: slack, token: "${KEY}", channel: C1}
              hook: {type: webhook, signing_key: "${KEY}", address: "%s"}
            routes:
              - {name: mail, product: mail, to: [hook]}
            default: {page: [pager], chat: [chat]}
            """
                .formatted(hook.address()),
            Map.of("KEY", "s3cr3t"),
            web);
  }

  @AfterEach
  void close() {
    settings.close();
    web.close();
    hook.close();
  }

  private String shown(Updates... updates) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Updates update : updates) {
      lines.append(update.json()).append('\n');
    }
    Path file = Files.writeString(folder.resolve("incidents.ndjson"), lines);
    new DryRun(settings, out).run(file);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachUpdateIsShownAsItWouldBeSentAndNothingIs() throws Exception {
    String shown =
        shown(
            Updates.of("shop", 1, "opened", "SEV3"),
            Updates.of("shop", 2, "escalated", "SEV2"),
            Updates.of("mail", 2, "opened", "SEV1"),
            Updates.of("shop", 3, "resolved", "SEV2"));

    assertThat(shown)
        .containsSubsequence(
            "to chat: trigger shop#1, SEV3",
            "POST https://slack.com/api/chat.postMessage",
            "to pager: trigger shop#2, SEV2",
            "POST https://events.pagerduty.com/v2/enqueue",
            "\"dedup_key\":\"shop\"",
            "to hook: trigger mail#2, SEV1",
            "\"event_action\":\"resolve\"",
            "4 updates would have been told like this:",
            "2  pager",
            "3  chat",
            "1  hook",
            "3  updates that no route takes, told by the default")
        .contains("https://slack.com/api/chat.update")
        .doesNotContain("s3cr3t");
    assertThat(hook.asked()).isEmpty();
  }

  @Test
  void whatIsNoUpdateIsToldWithItsLine() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("odd.ndjson"),
            Updates.of("shop", 1, "opened", "SEV1").json() + "\nodd\n");
    assertThatThrownBy(() -> new DryRun(settings, out).run(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("odd.ndjson:2: no update of an incident, no JSON");
  }

  @Test
  void aTestPageIsMarkedOpenedAndClosed() throws Exception {
    assertThat(new TestPages(settings, out).send("mail", 0)).isTrue();
    assertThat(hook.asked()).hasSize(2).allMatch(asked -> asked.body().contains("\"test\":true"));
    assertThat(hook.last().json().path("type").asText())
        .isEqualTo("io.groundswell.incident.resolved");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("hook", "took it");
  }

  @Test
  void aTestThatFailsSaysWhy() throws Exception {
    hook.first(403, Map.of(), "no s3cr3t entry");
    assertThat(new TestPages(settings, out).send("mail", 0)).isFalse();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("FAILED: 127.0.0.1 answered 403: no *** entry")
        .doesNotContain("s3cr3t");
    assertThatThrownBy(() -> new TestPages(settings, out).send("odd", 0))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("there is no route 'odd'");
  }
}
