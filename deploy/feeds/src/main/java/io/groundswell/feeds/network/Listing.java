package io.groundswell.feeds.network;

import io.groundswell.feeds.Cursors;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of Reddit's lists, newest first, and what of it is known. */
final class Listing {
  /**
   * Reddit lists the last thousand: a name that is older than several thousand does not come again.
   */
  private static final int REMEMBERED = 5000;

  private final String path;
  private final Set<String> seen = new LinkedHashSet<>();
  private @Nullable String floor;
  private String latest = "";

  /**
   * A list.
   *
   * @param path where it is in a subreddit
   */
  Listing(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  /** Begins after a name that an earlier run has reached. */
  void beginAfter(String name) {
    if (!name.isEmpty() && latest.isEmpty()) {
      floor = name;
      latest = name;
    }
  }

  /** Whether anything is known of it: else there is nothing to catch up with. */
  boolean hasBegun() {
    return !latest.isEmpty();
  }

  /** Things that a moderator lets pass late are new, though others of their time are not. */
  boolean isNew(String name) {
    return !seen.contains(name) && (floor == null || Cursors.isAfter(name, floor));
  }

  void add(String name) {
    seen.add(name);
    if (seen.size() > REMEMBERED) {
      seen.remove(seen.iterator().next());
    }
    latest = Cursors.isAfter(name, latest) ? name : latest;
  }

  /** The latest name; empty at first. */
  String latest() {
    return latest;
  }
}
