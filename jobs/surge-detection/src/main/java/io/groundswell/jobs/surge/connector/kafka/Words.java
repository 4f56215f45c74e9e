package io.groundswell.jobs.surge.connector.kafka;

import java.util.regex.Pattern;

/** Words of a command line. */
final class Words {
  /** What a shell takes as it is. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:/=@-]+");

  private Words() {}

  /** A word that a shell takes as one. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
