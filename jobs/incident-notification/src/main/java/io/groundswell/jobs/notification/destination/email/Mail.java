package io.groundswell.jobs.notification.destination.email;

import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Notice;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notice as a mail: one thread for an incident, in any client and help desk. */
record Mail(InternetAddress from, InternetAddress[] to) {
  private static final String UTF_8 = "UTF-8";
  private static final int SUBJECT = 200;

  /** What others do with mails that nobody wrote: they send no holiday notes back (RFC 3834). */
  private static final String AUTOMATIC = "auto-generated";

  String domain() {
    return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
  }

  /** The incident's first mail, by which its thread is known from then on. */
  String reference(Delivery delivery) {
    String before = delivery.reference();
    return before == null || first(before) == null
        ? id(delivery) + " " + subject(delivery.notice())
        : before;
  }

  MimeMessage message(Session session, Delivery delivery)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new Identified(session, id(delivery));
    message.setFrom(from);
    message.setRecipients(RecipientType.TO, to);
    message.setSentDate(Date.from(Instant.ofEpochMilli(delivery.now())));
    message.setSubject(subject(delivery), UTF_8);
    for (Map.Entry<String, String> header : headers(delivery).entrySet()) {
      message.setHeader(header.getKey(), MimeUtility.encodeText(header.getValue(), UTF_8, null));
    }
    message.setContent(both(delivery.notice()));
    return message;
  }

  /** The headers and both texts, not yet encoded. */
  String preview(Delivery delivery) {
    StringBuilder text = new StringBuilder();
    text.append("From: " + from + "\nTo: " + InternetAddress.toString(to) + "\n");
    text.append("Subject: " + subject(delivery) + "\nMessage-ID: " + id(delivery) + "\n");
    headers(delivery).forEach((name, value) -> text.append(name + ": " + value + "\n"));
    text.append("\n" + MailText.plain(delivery.notice()).replace("\r\n", "\n"));
    return text.append("\n" + MailText.html(delivery.notice())).toString();
  }

  private Map<String, String> headers(Delivery delivery) {
    Map<String, String> headers = new LinkedHashMap<>();
    String first = first(delivery.reference());
    if (first != null) {
      headers.put("In-Reply-To", first);
      headers.put("References", first);
    }
    headers.put("Auto-Submitted", AUTOMATIC);
    headers.put("List-Id", "Groundswell incidents <groundswell." + domain() + ">");
    headers.put("X-Groundswell-Incident", Wording.id(delivery.notice(), SUBJECT));
    if (delivery.notice().severity().compareTo(Severity.SEV2) <= 0) {
      headers.put("Importance", "high");
    }
    return headers;
  }

  private static String subject(Delivery delivery) {
    String reference = delivery.reference();
    String first = first(reference);
    return reference == null || first == null
        ? subject(delivery.notice())
        : "Re: " + reference.substring(first.length() + 1);
  }

  /** As text and as HTML; the last is the one that is preferred. */
  private static MimeMultipart both(Notice notice) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(MailText.plain(notice), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(MailText.html(notice), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** The same however often it is tried, so that whoever looks at ids drops a repeat. */
  private String id(Delivery delivery) {
    return "<" + Wording.hash(delivery.key()).substring(0, 32) + "@" + domain() + ">";
  }

  private static String subject(Notice notice) {
    return Wording.title(notice, SUBJECT);
  }

  /** The id of the first mail, or null where there was none. */
  private static @Nullable String first(@Nullable String reference) {
    int end = reference == null ? -1 : reference.indexOf("> ");
    return reference == null || end < 0 ? null : reference.substring(0, end + 1);
  }

  /** The library would give it an id that holds this machine's name. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
