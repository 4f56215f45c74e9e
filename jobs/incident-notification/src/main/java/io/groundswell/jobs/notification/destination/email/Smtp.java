package io.groundswell.jobs.notification.destination.email;

import io.groundswell.jobs.notification.settings.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail.
 *
 * @param user who sends, or null where nobody has to say so
 * @param timeout of a whole mail
 * @param trust what certificates are believed, or null for those that the JDK believes
 */
record Smtp(
    String host,
    int port,
    Encryption encryption,
    @Nullable String user,
    @Nullable Secret password,
    Duration timeout,
    @Nullable SSLSocketFactory trust) {
  /** Servers take their time to look at a mail before they take it. */
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** How nobody on the way reads along. */
  enum Encryption {
    /** From after the greeting on. */
    STARTTLS(587),
    /** From the beginning. */
    TLS(465),
    /** Not at all. */
    NONE(25);

    private final int port;

    Encryption(int port) {
      this.port = port;
    }

    int port() {
      return port;
    }
  }

  /** The time-out, for people. */
  String seconds() {
    long millis = timeout.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /** Sends one mail over a connection of its own. */
  void send(Session session, MimeMessage message) throws MessagingException {
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(host, port, user, password == null ? null : password.reveal());
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  /**
   * What the mail library has to know.
   *
   * @param domain what the client calls itself: without, it would look itself up in the DNS
   */
  Session session(String domain) {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.localhost", domain);
    settings.setProperty("mail.smtp.auth", String.valueOf(user != null));
    // A mailbox that is gone keeps nobody else from being told.
    settings.setProperty("mail.smtp.sendpartial", "true");
    settings.setProperty("mail.smtp.quitwait", "false");
    String millis = String.valueOf(timeout.toMillis());
    settings.setProperty("mail.smtp.connectiontimeout", millis);
    settings.setProperty("mail.smtp.timeout", millis);
    settings.setProperty("mail.smtp.writetimeout", millis);
    boolean startTls = encryption == Encryption.STARTTLS;
    settings.setProperty("mail.smtp.ssl.enable", String.valueOf(encryption == Encryption.TLS));
    settings.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
    settings.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (trust != null) {
      settings.put("mail.smtp.ssl.socketFactory", trust);
    }
    return Session.getInstance(settings);
  }
}
