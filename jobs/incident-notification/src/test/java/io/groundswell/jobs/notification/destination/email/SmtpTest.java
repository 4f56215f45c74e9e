package io.groundswell.jobs.notification.destination.email;

import static io.groundswell.jobs.notification.destination.Sent.first;
import static io.groundswell.jobs.notification.destination.Sent.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Notices;
import io.groundswell.jobs.notification.settings.Secret;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server may say or leave unsaid, and what becomes of the mail. */
class SmtpTest {
  @TempDir static Path folder;

  private static Answer mail(int port, Smtp.Encryption encryption, @Nullable SSLContext trust)
      throws Exception {
    return mail("localhost", port, encryption, trust, "one@example.org");
  }

  private static Answer mail(
      String host, int port, Smtp.Encryption encryption, @Nullable SSLContext trust, String... to)
      throws Exception {
    return mail(Duration.ofSeconds(20), host, port, encryption, trust, to);
  }

  private static Answer mail(
      Duration timeout,
      String host,
      int port,
      Smtp.Encryption encryption,
      @Nullable SSLContext trust,
      String... to)
      throws Exception {
    Smtp smtp =
        new Smtp(
            host,
            port,
            encryption,
            "ops",
            new Secret("pa55word"),
            timeout,
            trust == null ? null : trust.getSocketFactory());
    InternetAddress[] all = InternetAddress.parse(String.join(",", to));
    try (Email email = new Email(smtp, new Mail(new InternetAddress("gs@example.org"), all))) {
      return sent(email, first(Notices.opened()));
    }
  }

  @Test
  void withStarttlsNothingButTheGreetingIsReadableOnTheWay() throws Exception {
    SSLContext tls = Trust.context(Trust.keys(folder, "localhost"));
    try (MailSide side = new MailSide(tls)) {
      Answer answer = mail(side.port(), Smtp.Encryption.STARTTLS, tls);

      assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
      assertThat(side.heard).startsWith("EHLO example.org", "STARTTLS", "EHLO example.org");
      assertThat(side.heard).contains("Auto-Submitted: auto-generated");
    }
  }

  @Test
  void withTlsNotEvenTheGreetingIs() throws Exception {
    Path keys = Trust.keys(Files.createDirectory(folder.resolve("tls")), "localhost");
    System.setProperty("greenmail.tls.keystore.file", keys.toString());
    System.setProperty("greenmail.tls.keystore.password", Trust.PASSWORD);
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtps");
    setup.setServerStartupTimeout(30_000);
    GreenMail server = new GreenMail(setup);
    try {
      server.start();
      server.setUser("one@example.org", "ops", "pa55word");

      Answer answer = mail(server.getSmtps().getPort(), Smtp.Encryption.TLS, Trust.context(keys));

      assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerThatIsSomebodyElseIsToldNothing() throws Exception {
    SSLContext other = Trust.context(Trust.keys(folder, "mail.example.org"));
    try (MailSide side = new MailSide(other)) {
      Answer answer = mail(side.port(), Smtp.Encryption.STARTTLS, other);

      assertThat(answer.outcome()).isEqualTo(Outcome.TRY_AGAIN);
      assertThat(side.heard).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }
  }

  @Test
  void aServerWithoutStarttlsIsToldNothing() throws Exception {
    try (MailSide side = new MailSide(null)) {
      Answer answer = mail(side.port(), Smtp.Encryption.STARTTLS, null);

      assertThat(answer.outcome()).isEqualTo(Outcome.TRY_AGAIN);
      assertThat(answer.reason()).contains("STARTTLS is required");
      assertThat(side.heard).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, 421 busy, TRY_AGAIN",
    "GREETING, 554 go away, REFUSED",
    "AUTH, 454 later, TRY_AGAIN",
    "AUTH, 535 wrong pa55word, REFUSED",
    "MAIL, 451 local error, TRY_AGAIN",
    "MAIL, 550 not you, REFUSED",
    "RCPT, 450 greylisted, TRY_AGAIN",
    "RCPT, 550 no such mailbox, REFUSED",
    "DATA, 452 disk full, TRY_AGAIN",
    "DATA, 554 no, REFUSED",
    "END, 451 try later, TRY_AGAIN",
    "END, 552 too large, REFUSED"
  })
  void fourPassesAndFiveIsForGoodWhereverItIsSaid(String when, String words, Outcome outcome)
      throws Exception {
    try (MailSide side = new MailSide(null)) {
      side.says.put(when, words);

      Answer answer = mail(side.port(), Smtp.Encryption.NONE, null);

      assertThat(answer.outcome()).as(answer.reason()).isEqualTo(outcome);
      assertThat(answer.reason()).startsWith("localhost: ").doesNotContain("pa55word", "\n");
      assertThat(answer.reason()).contains(words.substring(0, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "RCPT", "END"})
  void aServerThatFallsSilentCostsNoMoreThanTheTimeOut(String when) throws Exception {
    try (MailSide side = new MailSide(null)) {
      side.says.put(when, MailSide.SILENCE);
      Duration second = Duration.ofSeconds(1);

      Answer answer =
          mail(second, "localhost", side.port(), Smtp.Encryption.NONE, null, "one@example.org");

      assertThat(answer.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    }
  }

  @Test
  void aMailboxThatIsGoneKeepsNobodyElseFromBeingTold() throws Exception {
    try (MailSide side = new MailSide(null)) {
      side.says.put("RCPT TO:<gone@example.org>", "550 no such mailbox");

      Answer answer =
          mail(
              "localhost",
              side.port(),
              Smtp.Encryption.NONE,
              null,
              "gone@example.org",
              "there@example.org");

      assertThat(answer.outcome()).isEqualTo(Outcome.DELIVERED);
      assertThat(answer.reason())
          .isEqualTo("localhost: not told: gone@example.org; 550 no such mailbox");
      assertThat(side.heard)
          .contains("RCPT TO:<there@example.org>", "Auto-Submitted: auto-generated");
    }
  }

  @Test
  void nobodyListening() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    Answer answer = mail(port, Smtp.Encryption.NONE, null);

    assertThat(answer.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(answer.reason()).startsWith("localhost: ");
  }

  @Test
  void metadataServicesAndHostsThatNobodyKnowsGetNoMail() throws Exception {
    Answer metadata = mail("169.254.169.254", 25, Smtp.Encryption.NONE, null, "one@example.org");
    assertThat(metadata.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(metadata.reason()).contains("link-local or metadata");

    Answer unknown = mail("nowhere.invalid", 25, Smtp.Encryption.NONE, null, "one@example.org");
    assertThat(unknown.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(unknown.reason()).startsWith("nowhere.invalid: ");
  }
}
