package io.groundswell.feeds;

import org.jspecify.annotations.Nullable;

/**
 * Orders cursors. They are numbers, to whatever base, that only grow: the longer one is later, and
 * of equally long ones that with the greater digit first. A network with several lists has one for
 * each, separated by commas.
 */
public final class Cursors {
  private static final String BETWEEN = ",";

  private Cursors() {}

  /** The later of two, part by part. */
  public static @Nullable String later(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    String[] ours = one.split(BETWEEN, -1);
    String[] theirs = other.split(BETWEEN, -1);
    if (ours.length != theirs.length) {
      return other;
    }
    for (int i = 0; i < ours.length; i++) {
      ours[i] = isAfter(theirs[i], ours[i]) ? theirs[i] : ours[i];
    }
    return String.join(BETWEEN, ours);
  }

  /** Whether one part of a cursor is later than another. */
  public static boolean isAfter(String one, String other) {
    return one.length() == other.length()
        ? one.compareTo(other) > 0
        : one.length() > other.length();
  }
}
