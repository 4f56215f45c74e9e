package io.groundswell.feeds;

import io.groundswell.feeds.cli.FeedCommands;

/** The command line's beginning. */
public final class Feed {
  private Feed() {}

  /** Runs a feed; see {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(FeedCommands.run(System.getenv(), arguments));
  }
}
