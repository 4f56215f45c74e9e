package io.groundswell.jobs.notification.destination.email;

import static io.groundswell.jobs.notification.destination.Sent.first;
import static io.groundswell.jobs.notification.destination.Sent.sent;
import static io.groundswell.jobs.notification.destination.Sent.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Notices;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.settings.Blocks;
import io.groundswell.jobs.notification.web.Web;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What arrives in a mailbox. */
class EmailTest {
  @TempDir Path folder;
  private final Web web = new Web();
  private final GreenMail server = new GreenMail(setup());
  private Destination email;

  private static ServerSetup setup() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtp");
    setup.setServerStartupTimeout(30_000);
    return setup;
  }

  @BeforeEach
  void open() {
    server.start();
    server.setUser("desk@example.org", "ops", "pa55word");
    email =
        open(
            "host: 127.0.0.1",
            "port: " + server.getSmtp().getPort(),
            "encryption: none",
            "user: ops",
            "password: ${PW}",
            "from: Groundswell <alerts@example.org>",
            "to: [desk@example.org]");
  }

  private Destination open(String... lines) {
    return Blocks.open(folder, web, "email", Map.of("PW", "pa55word"), lines);
  }

  @AfterEach
  void close() {
    email.close();
    server.stop();
    web.close();
  }

  private MimeMessage last() {
    MimeMessage[] all = server.getReceivedMessages();
    return all[all.length - 1];
  }

  private static String part(MimeMessage message, int index) throws Exception {
    return (String) ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
  }

  @Test
  void anIncidentIsOneThread() throws Exception {
    String thread = sent(email, first(Notices.opened())).reference();
    sent(email, then(2, Notice.Said.ESCALATED, Severity.SEV1, Step.UPDATE, thread));
    Answer over = sent(email, then(3, Notice.Said.RESOLVED, Severity.SEV3, Step.RESOLVE, thread));

    assertThat(over).isEqualTo(Answer.delivered(thread));
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(3);
    assertThat(mails[0].getSubject()).isEqualTo("Checkout fails in Italy");
    assertThat(mails[0].getHeader("References")).isNull();
    assertThat(mails[0].getHeader("Importance", ",")).isEqualTo("high");
    assertThat(mails[2].getHeader("Importance")).isNull();
    for (int i = 1; i < 3; i++) {
      assertThat(mails[i].getSubject()).isEqualTo("Re: Checkout fails in Italy");
      assertThat(mails[i].getHeader("In-Reply-To", ",")).isEqualTo(mails[0].getMessageID());
      assertThat(mails[i].getHeader("References", ",")).isEqualTo(mails[0].getMessageID());
      assertThat(mails[i].getMessageID()).isNotEqualTo(mails[0].getMessageID());
    }
    assertThat(part(mails[1], 0)).startsWith("SEV1 escalated: Checkout fails in Italy");
  }

  @Test
  void aRepeatHasTheSameId() throws Exception {
    sent(email, first(Notices.opened()));
    sent(email, first(Notices.opened()));

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[0].getMessageID())
        .isEqualTo(mails[1].getMessageID())
        .matches("<[0-9a-f]{32}@example\\.org>");
  }

  @Test
  void peopleAndMachinesReadTheSame() throws Exception {
    sent(email, first(Notices.opened()));

    assertThat(last().getFrom()[0]).hasToString("Groundswell <alerts@example.org>");
    assertThat(last().getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
    assertThat(last().getHeader("List-Id", ","))
        .isEqualTo("Groundswell incidents <groundswell.example.org>");
    assertThat(last().getHeader("X-Groundswell-Incident", ",")).isEqualTo("inc-1");
    assertThat(part(last(), 0))
        .contains(
            "42 authors where 3 are usual.",
            "Symptoms: declined & <failed>",
            "Suspect: Checkout fails in Italy https://ci.example/deploys/7",
            "Runbook: https://wiki.example/shop?a=1&b=2",
            "Incident inc-1, update 1, shop/checkout@IT, 2026-03-02T12:03:00Z");
    assertThat(part(last(), 1))
        .contains(
            "declined &amp; &lt;failed&gt;",
            "<a href=\"https://wiki.example/shop?a=1&amp;b=2\">Runbook</a>");
  }

  static Stream<String> hostile() {
    return Notices.HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatStrangersWriteAddsNoHeaderNoRecipientAndNoMarkup(String text) throws Exception {
    Answer answer = sent(email, first(Notices.hostile(text)));

    assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(last().getHeader("Bcc")).isNull();
    assertThat(last().getSubject()).doesNotContainPattern("[\\p{Cc}\\p{Cs}\\p{Cf}]");
    assertThat(GreenMailUtil.getHeaders(last()).lines()).allMatch(line -> line.length() <= 998);
    String html = part(last(), 1);
    assertThat(
            html.replaceAll("</?(html|body|h2|p|ul|li|b)>|<a href=\"https://[^\"<>]+\">|</a>", ""))
        .doesNotContain("<script", "<img")
        .matches("(?s)<!DOCTYPE html>[^<>]*");
    assertThat(part(last(), 0).replace("\r\n", ""))
        .doesNotContainPattern("[\\p{Cc}\\p{Cs}\\p{Cf}]");
  }

  @Test
  void aThreadHoldsWhateverTheTitleWas() throws Exception {
    String thread =
        sent(email, first(Notices.hostile("Zahlung schlägt fehl 💳 " + "x".repeat(300))))
            .reference();

    sent(email, then(2, Notice.Said.UPDATED, Severity.SEV2, Step.UPDATE, thread));

    assertThat(last().getSubject())
        .isEqualTo("Re: " + server.getReceivedMessages()[0].getSubject());
  }

  @Test
  void aTestSaysThatItIsOne() throws Exception {
    sent(email, first(Notices.test()));

    assertThat(last().getSubject()).startsWith("[TEST] ");
    assertThat(part(last(), 0)).startsWith("[TEST] ");
  }

  @Test
  void aPreviewIsTheMailWithoutThePassword() {
    assertThat(email.preview(first(Notices.opened())))
        .startsWith(
            "SMTP to 127.0.0.1:" + server.getSmtp().getPort() + "\nFrom: Groundswell <alerts")
        .contains("To: desk@example.org\nSubject: Checkout fails in Italy\nMessage-ID: <")
        .contains("Auto-Submitted: auto-generated", "<li><b>Suspect</b>: Checkout")
        .doesNotContain("pa55word");
    assertThat(email.toString()).doesNotContain("pa55word");
    assertThat(email.manner().keyed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "to: nobody, 'nobody' is no mail address",
    "to: [], 'to' names nobody",
    "'to: \"a@b.example\\nBcc: c@d.example\"', is no mail address",
    "encryption: ssl, 'ssl'; use starttls, tls or none",
    "port: 0, port is 0; use 1 to 65535"
  })
  void whatCannotWorkIsRefusedWithItsLine(String line, String why) {
    String to = line.startsWith("to") ? line : "to: desk@example.org";
    String more = line.startsWith("to") ? "port: 25" : line;

    assertThatThrownBy(() -> open("host: localhost", "from: a@example.org", to, more))
        .hasMessageContaining("notify.yaml:")
        .hasMessageContaining(why);
  }

  @Test
  void mailToAnotherHostIsAlwaysEncrypted() {
    String[] lines = {"host: mail.example.org", "from: a@example.org", "to: b@example.org"};

    assertThat(open(lines).preview(first(Notices.opened())))
        .startsWith("SMTP to mail.example.org:587");
    String[] tls = {lines[0], lines[1], lines[2], "encryption: tls"};
    assertThat(open(tls).preview(first(Notices.opened())))
        .startsWith("SMTP to mail.example.org:465");
    String[] none = {lines[0], lines[1], lines[2], "encryption: none"};
    assertThatThrownBy(() -> open(none))
        .hasMessageEndingWith("mail to another host is not encrypted; use starttls or tls");
  }
}
