package io.groundswell.jobs.surge.settings;

/** A settings file that cannot be used. The message is one line: where, what, how to mend it. */
public final class SettingsException extends RuntimeException {
  SettingsException(String message) {
    super(oneLine(message));
  }

  SettingsException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\p{Cntrl}+", " ");
  }
}
