package io.groundswell.jobs.surge.evaluate.study;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as tables show them. */
final class Figures {
  private Figures() {}

  /** As short as it can be said: 3, 1.5, 0.02; at most five digits that count. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    String text = round(value).toPlainString();
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** To the next tenth: 3, 0.8. */
  static String tenths(double value) {
    return Double.isFinite(value) ? plain(Math.round(value * 10) / 10.0) : plain(value);
  }

  /** To five digits that count. */
  static BigDecimal round(double value) {
    return new BigDecimal(value).round(new MathContext(5));
  }
}
