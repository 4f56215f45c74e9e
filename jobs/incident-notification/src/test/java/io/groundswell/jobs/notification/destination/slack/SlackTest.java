package io.groundswell.jobs.notification.destination.slack;

import static io.groundswell.jobs.notification.destination.Sent.first;
import static io.groundswell.jobs.notification.destination.Sent.sent;
import static io.groundswell.jobs.notification.destination.Sent.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.destination.Notices;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.settings.Blocks;
import io.groundswell.jobs.notification.web.Web;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a channel of Slack gets to see. */
class SlackTest {
  private static final String HIDDEN = "/services/T000/B000/XXXX";

  @TempDir Path folder;
  private final Web web = new Web();
  private final SlackSide slack = new SlackSide();
  private final FarSide side = new FarSide(slack);

  @AfterEach
  void close() {
    side.close();
    web.close();
  }

  private Destination open() {
    return open("channel: '#incidents'", "token: ${TOKEN}", "address: " + side.address());
  }

  private Destination webhook() {
    return open("webhook: ${HOOK}");
  }

  private Destination open(String... lines) {
    Map<String, String> secrets = Map.of("TOKEN", "xoxb-1", "HOOK", side.address() + HIDDEN);
    return Blocks.open(folder, web, "slack", secrets, lines);
  }

  @Test
  void anIncidentIsOneThreadWhoseFirstMessageStaysCurrent() {
    Destination chat = open();

    String thread = sent(chat, first(Notices.opened())).reference();
    assertThat(thread).startsWith(SlackSide.CHANNEL + ":");
    Answer worse = sent(chat, then(2, Notice.Said.ESCALATED, Severity.SEV1, Step.UPDATE, thread));
    Answer over = sent(chat, then(3, Notice.Said.RESOLVED, Severity.SEV1, Step.RESOLVE, thread));

    assertThat(worse).isEqualTo(Answer.delivered(thread));
    assertThat(over).isEqualTo(Answer.delivered(thread));
    assertThat(slack.messages.values())
        .extracting(SlackTest::header)
        .containsExactly("SEV1 resolved: Checkout fails in Italy");
    assertThat(slack.replies)
        .extracting(SlackTest::header)
        .containsExactly(
            "SEV1 escalated: Checkout fails in Italy", "SEV1 resolved: Checkout fails in Italy");
    assertThat(slack.replies)
        .extracting(reply -> reply.path("reply_broadcast").asBoolean())
        .containsExactly(true, false);
  }

  private static String header(JsonNode message) {
    return message.path("blocks").path(0).path("text").path("text").asText();
  }

  @Test
  void whoReadsSeesWhyAndWhereToGo() {
    sent(open(), first(Notices.opened()));

    String shown = side.last().json().path("blocks").toString();
    assertThat(shown)
        .contains(
            "42 authors where 3 are usual.",
            "*Suspect*: Checkout fails in Italy <https://ci.example/deploys/7|link>",
            "declined &amp; &lt;failed&gt;",
            "<https://wiki.example/shop?a=1&amp;b=2|Runbook>",
            "<https://reports.example/inc-1|Report>",
            "team-shop");
    assertThat(side.last().json().path("unfurl_links").asBoolean(true)).isFalse();
    assertThat(side.last().json().path("parse").asText()).isEqualTo("none");
  }

  @Test
  void aThreadThatSomebodyDeletedBeginsAnew() {
    Destination chat = open();
    String gone = SlackSide.CHANNEL + ":1600000000.000100";

    Answer answer = sent(chat, then(2, Notice.Said.UPDATED, Severity.SEV2, Step.UPDATE, gone));

    assertThat(answer.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(answer.reference()).isNotEqualTo(gone).startsWith(SlackSide.CHANNEL);
    assertThat(slack.messages).hasSize(1);
    assertThat(slack.replies).isEmpty();
  }

  @Test
  void aMessageThatMayNoLongerBeEditedIsStillRepliedTo() {
    Destination chat = open();
    String thread = sent(chat, first(Notices.opened())).reference();
    side.first(200, Map.of(), "{\"ok\":false,\"error\":\"edit_window_closed\"}");

    assertThat(sent(chat, then(2, Notice.Said.UPDATED, Severity.SEV2, Step.UPDATE, thread)))
        .isEqualTo(Answer.delivered(thread));
    assertThat(slack.replies).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ratelimited, TRY_AGAIN",
    "internal_error, TRY_AGAIN",
    "fatal_error, TRY_AGAIN",
    "invalid_auth, REFUSED",
    "channel_not_found, REFUSED",
    "not_in_channel, REFUSED",
    "is_archived, REFUSED",
    "msg_too_long, REFUSED",
    "invalid_blocks, REFUSED"
  })
  void aTwoHundredMayStillBeAnError(String error, Outcome outcome) {
    side.first(200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");

    Answer answer = sent(open(), first(Notices.opened()));

    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.reason()).contains(error);
  }

  @Test
  void whatIsNotSlacksAnswerIsNoDelivery() {
    side.first(200, Map.of(), "<html>Sign in to the hotel's network</html>")
        .first(200, Map.of(), "");

    assertThat(sent(open(), first(Notices.opened())).outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(sent(open(), first(Notices.opened())).outcome()).isEqualTo(Outcome.TRY_AGAIN);
  }

  @Test
  void itWaitsAsLongAsSlackAsks() {
    side.first(429, Map.of("Retry-After", "30"), "{\"ok\":false,\"error\":\"ratelimited\"}");

    Answer answer = sent(open(), first(Notices.opened()));

    assertThat(answer.pause()).isEqualTo(Duration.ofSeconds(30));
  }

  static Stream<String> hostile() {
    return Notices.HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatStrangersWriteMentionsNobodyAndLinksNowhere(String text) {
    for (Destination chat : new Destination[] {open(), webhook()}) {
      Answer answer = sent(chat, first(Notices.hostile(text)));

      assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
      assertThat(side.last().body())
          .doesNotContain("<!", "<@", "<script", "<javascript")
          .doesNotContainPattern("[\\p{Cc}\\p{Cs}\\p{Cf}]");
    }
  }

  @Test
  void aWebhookGetsAMessageForEachNotice() {
    Destination chat = webhook();

    assertThat(sent(chat, first(Notices.test()))).isEqualTo(Answer.delivered(null));

    assertThat(side.last().path()).isEqualTo(HIDDEN);
    assertThat(header(side.last().json())).startsWith("[TEST] SEV2 opened: ");
  }

  @Test
  void neitherTokenNorTheWebhooksPathIsSeen() {
    side.first(403, Map.of(), "invalid_token " + HIDDEN);
    Destination chat = webhook();

    assertThat(sent(chat, first(Notices.opened())).reason())
        .isEqualTo("127.0.0.1 answered 403: invalid_token ***");
    assertThat(chat.preview(first(Notices.opened())))
        .doesNotContain("T000", "XXXX")
        .contains("***", "Checkout fails");
    assertThat(open().preview(then(2, Notice.Said.UPDATED, Severity.SEV2, Step.UPDATE, "C1:1.2")))
        .contains("POST " + side.address() + "/api/chat.update", "Authorization: Bearer ***")
        .contains("/api/chat.postMessage", "\"thread_ts\":\"1.2\"")
        .doesNotContain("xoxb-1");
    assertThat(chat.toString()).doesNotContain("XXXX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token: ${TOKEN}", "channel: C1"})
  void aWebhookHasItsChannelAlready(String line) {
    assertThatThrownBy(() -> open("webhook: ${HOOK}", line))
        .hasMessageContaining("both 'webhook' and 'token' are set; keep one of them");
  }

  @Test
  void nothingOfItIsKnownByAKeySoOneGoesAfterAnother() {
    assertThat(open().manner().keyed()).isFalse();
    assertThat(open().manner().atOnce()).isEqualTo(1);
    assertThat(open().manner().perMinute()).isBetween(1, 60);
  }
}
