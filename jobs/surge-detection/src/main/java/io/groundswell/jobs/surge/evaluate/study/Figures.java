package io.groundswell.jobs.surge.evaluate.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as tables show them. */
final class Figures {
  private Figures() {}

  /** As short as it can be said: 3, 1.5, 0.02; at most five digits that count. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    String text = new BigDecimal(value).round(new MathContext(5)).toPlainString();
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** With that many decimal places. */
  static String fixed(double value, int places) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + places + "f", value) : "-";
  }
}
