package io.groundswell.jobs.notification.answer;

import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what is signed by somebody with the key, lately and for the first time; says why where it
 * does not. Safe for use by several threads.
 */
final class Gate {
  private static final int REMEMBERED = 10_000;

  private final Signature signature;
  private final @Nullable Secret pagerDuty;
  private final Map<String, Long> seen = new LinkedHashMap<>();

  Gate(Answers answers) {
    this.signature = new Signature(answers.signingKey());
    this.pagerDuty = answers.pagerDuty();
  }

  /**
   * An answer in Groundswell's own shape.
   *
   * @param timestamp the header, or null
   * @param signatures the header, or null
   * @param now epoch milliseconds
   */
  Verdict own(@Nullable String timestamp, @Nullable String signatures, String body, long now)
      throws Refusal {
    if (timestamp == null
        || signatures == null
        || !signature.verifies(timestamp, signatures, body, now, Signature.TOLERANCE)) {
      throw new Refusal(
          401,
          "sign time and body with the key, in "
              + Signature.TIMESTAMP
              + " and "
              + Signature.HEADER
              + "; mind the clock");
    }
    // Without a time of its own it was said when it was signed.
    Verdict verdict = Verdict.own(body, 1_000 * Long.parseLong(timestamp));
    once(signature.sign(timestamp, body), now);
    return verdict;
  }

  /** A webhook of PagerDuty, which signs the body alone; null where it says nothing to us. */
  @Nullable Verdict ofPagerDuty(@Nullable String signatures, String body, long now) throws Refusal {
    if (pagerDuty == null) {
      throw new Refusal(404, "answers.pagerduty_secret is not set");
    }
    String expected = new Signature(pagerDuty).of(body);
    if (!Signature.isOne(expected, String.valueOf(signatures))) {
      throw new Refusal(401, "the signature is not PagerDuty's");
    }
    return Verdict.ofPagerDuty(body, now);
  }

  /** An answer that was let in has got nowhere: it may come again. */
  synchronized void forget(@Nullable String timestamp, String body) {
    seen.remove(signature.sign(String.valueOf(timestamp), body));
  }

  private synchronized void once(String signed, long now) throws Refusal {
    long forgotten = now - 2 * Signature.TOLERANCE.toMillis();
    seen.values().removeIf(at -> at < forgotten);
    if (seen.size() >= REMEMBERED) {
      throw new Refusal(429, "too many answers at a time");
    }
    if (seen.putIfAbsent(signed, now) != null) {
      throw new Refusal(409, "this answer has been taken already");
    }
  }
}
