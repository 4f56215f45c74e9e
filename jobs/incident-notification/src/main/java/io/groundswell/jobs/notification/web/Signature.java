package io.groundswell.jobs.notification.web;

import io.groundswell.jobs.notification.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who sent a body, and when: {@code v1=} and the hexadecimal HMAC-SHA256 of the time, a dot and the
 * body. The time is in seconds, and is signed too, so that a receiver can refuse replays.
 */
public final class Signature {
  /** The header that holds the time. */
  public static final String TIMESTAMP = "X-Groundswell-Timestamp";

  /** The header that holds the signature; several, separated by commas, while a key is changed. */
  public static final String HEADER = "X-Groundswell-Signature";

  /** How far sender's and receiver's clocks may be apart, replays included. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String VERSION = "v1=";
  private static final String ALGORITHM = "HmacSHA256";

  private final Secret key;

  /** Signs and verifies with one key. */
  public Signature(Secret key) {
    this.key = key;
  }

  /** The signature's header for a body that is sent at that second. */
  public String sign(String timestamp, String body) {
    return of(timestamp + "." + body);
  }

  /** The signature of a text alone, as PagerDuty signs its webhooks. */
  public String of(String text) {
    return VERSION + HexFormat.of().formatHex(hmac(text));
  }

  /** The timestamp's header for epoch milliseconds. */
  public static String timestamp(long now) {
    return String.valueOf(Math.floorDiv(now, 1000L));
  }

  /**
   * Whether a body came from somebody with the key, lately.
   *
   * @param timestamp the one header
   * @param signatures the other header
   * @param now epoch milliseconds
   * @param tolerance how old, or how far ahead, the timestamp may be
   */
  public boolean verifies(
      String timestamp, String signatures, String body, long now, Duration tolerance) {
    return isOne(sign(timestamp, body), signatures) && isLately(timestamp, now, tolerance);
  }

  /** Whether a signature is among several, separated by commas. */
  public static boolean isOne(String signature, String signatures) {
    byte[] expected = signature.getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (String one : signatures.split(",", -1)) {
      byte[] given = one.strip().getBytes(StandardCharsets.UTF_8);
      // Compares in constant time, and all of them: nothing is learnt from how long it takes.
      signed |= MessageDigest.isEqual(expected, given);
    }
    return signed;
  }

  private static boolean isLately(String timestamp, long now, Duration tolerance) {
    try {
      long apart = Math.subtractExact(Math.floorDiv(now, 1000L), Long.parseLong(timestamp));
      return apart <= tolerance.toSeconds() && apart >= -tolerance.toSeconds();
    } catch (NumberFormatException | ArithmeticException e) {
      return false;
    }
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
