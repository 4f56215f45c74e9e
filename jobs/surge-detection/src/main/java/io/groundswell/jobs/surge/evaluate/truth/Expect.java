package io.groundswell.jobs.surge.evaluate.truth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row of the truth asks of the job. */
public enum Expect {
  /** Something happened: an incident has to tell of it. */
  MUST,
  /** Something may have happened: an incident is neither asked for nor false. */
  MAY,
  /** Nothing happened that anybody should be told of. */
  NEVER;

  /** The word that files use: {@code must}, {@code may}, {@code never}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Expect> of(String label) {
    return Arrays.stream(values()).filter(expect -> expect.label().equals(label)).findFirst();
  }
}
