package io.groundswell.jobs.notification.destination;

import io.groundswell.jobs.notification.notice.Links;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.Plain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What all destinations say alike. Each escapes it for itself. */
public final class Wording {
  /** What begins whatever tries a route, so that nobody acts on it. */
  private static final String TEST = "[TEST] ";

  /** A longer address leads nowhere in most mail clients and browsers. */
  private static final int LINK = 2000;

  private Wording() {}

  /** The title on one line of at most {@code most} characters, marked where it is a test. */
  public static String title(Notice notice, int most) {
    return Plain.cut((notice.test() ? TEST : "") + Plain.line(notice.title()), most);
  }

  /** Urgency and what is said, such as {@code SEV2 escalated}, and the title. */
  public static String headline(Notice notice, int most) {
    String mark = notice.test() ? TEST : "";
    String what = notice.severity() + " " + notice.said().label() + ": ";
    return Plain.cut(mark + what + Plain.line(notice.title()), most);
  }

  /** One line of somebody's text. */
  public static String line(@Nullable String text, int most) {
    return text == null ? "" : Plain.cut(Plain.line(text), most);
  }

  /**
   * Where escapes would be seen as they are: without the brackets that begin a tag or a mention.
   */
  public static String unbracketed(String text) {
    return text.replace('<', '‹').replace('>', '›');
  }

  /** The address where it can be followed on the web, or null. */
  public static @Nullable String link(@Nullable String address) {
    String link = Links.web(address);
    return link == null || link.length() > LINK ? null : link;
  }

  /** The incident's id; what is longer than a destination allows is known there by its hash. */
  public static String id(Notice notice, int most) {
    String id = line(notice.incidentId(), Integer.MAX_VALUE);
    return id.equals(notice.incidentId()) && id.length() <= most ? id : hash(notice.incidentId());
  }

  /** A time as RFC 3339 has it, in UTC. */
  public static String time(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** The SHA-256 of a text, in hexadecimal. */
  public static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
