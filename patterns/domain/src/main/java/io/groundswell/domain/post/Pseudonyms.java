package io.groundswell.domain.post;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an author: a hash of the id, from which nobody gets the id back without the key.
 * Only this is kept, never the id (pseudonymisation in the sense of GDPR, article 4(5)).
 *
 * <p>HMAC-SHA-256 (RFC 2104), cut to 64 bits. Not safe for use by several threads.
 */
public final class Pseudonyms implements Serializable {
  /** A key has so many bytes, written as twice as many hexadecimal digits. */
  public static final int KEY_BYTES = 32;

  /**
   * Without a key: ids can be guessed by trying. For runs that keep nothing when they end, and for
   * tests.
   */
  public static final Pseudonyms UNKEYED = new Pseudonyms(null);

  private static final long serialVersionUID = 1;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte @Nullable [] key;
  private transient @Nullable Mac mac;

  private Pseudonyms(byte @Nullable [] key) {
    this.key = key;
  }

  /**
   * With a key.
   *
   * @param hex twice {@value #KEY_BYTES} hexadecimal digits
   * @throws IllegalArgumentException where it is anything else
   */
  public static Pseudonyms keyed(String hex) {
    if (!isKey(hex)) {
      throw new IllegalArgumentException("An author key has " + 2 * KEY_BYTES + " hex digits");
    }
    return new Pseudonyms(HexFormat.of().parseHex(hex));
  }

  /** Whether a text is a key. */
  public static boolean isKey(String hex) {
    return hex.matches("[0-9a-fA-F]{" + 2 * KEY_BYTES + "}");
  }

  /** What stands for the author with this id at this source. */
  public long of(String source, String id) {
    if (key == null) {
      return Hash64.of(source, id);
    }
    if (mac == null) {
      mac = start(key);
    }
    Mac keyed = mac;
    keyed.update(source.getBytes(StandardCharsets.UTF_8));
    keyed.update((byte) 0);
    return ByteBuffer.wrap(keyed.doFinal(id.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static Mac start(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
