package io.groundswell.feeds.cli;

import io.groundswell.feeds.Network;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.network.Keys;
import io.groundswell.feeds.network.Mastodon;
import io.groundswell.feeds.web.Web;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The public timeline of a Mastodon server. */
@Command(
    name = "mastodon",
    description = "The public timeline of a Mastodon server: posts, edits and deletions.",
    footer = {
      "",
      "MASTODON_ACCESS_TOKEN is read from the environment: on the server, under",
      "Preferences, Development, make an application with the scope read, and copy",
      "its access token. After a stop it fetches the posts that it missed; edits and",
      "deletions of that time are not told again.",
      "",
      "Example:",
      "  export MASTODON_ACCESS_TOKEN=…",
      "  feed mastodon --server mastodon.social"
    })
final class MastodonCommand extends NetworkCommand {
  private static final Duration QUIET = Duration.ofSeconds(60);

  @Option(names = "--server", paramLabel = "NAME", required = true, description = "The server.")
  private String server;

  @Option(
      names = "--local",
      description =
          "Only what is posted on this server itself. Without it, all that the server hears of: then"
              + " read one server only, or posts count several times.")
  private boolean local;

  @Override
  Network network(Keys given, Timekeeper time) {
    return new Mastodon(new Web(time, USER_AGENT), address(), local, given, QUIET);
  }

  @Override
  String feed() {
    return "mastodon " + address().getAuthority() + (local ? " local" : "");
  }

  private URI address() {
    return address("--server", "https", server);
  }
}
