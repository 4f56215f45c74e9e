package io.groundswell.jobs.notification.report;

import io.groundswell.jobs.surge.html.Figures;
import java.util.Locale;
import java.util.OptionalDouble;

/** Words that several parts of a report use. */
final class Say {
  private Say() {}

  /** So many of something. */
  static String count(long number, String what) {
    return number(number) + " " + what + (number == 1 ? "" : "s");
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String percent(OptionalDouble share) {
    return Figures.or(share, Figures::percent);
  }

  static String minutes(OptionalDouble minutes) {
    return Figures.or(minutes, Figures::minutes);
  }

  /** What leads are measured by; who has made it up says so wherever it is named. */
  static String queue(boolean simulated) {
    return simulated ? "simulated support queue" : "support queue";
  }
}
