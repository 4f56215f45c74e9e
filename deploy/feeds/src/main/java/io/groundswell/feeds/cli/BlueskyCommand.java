package io.groundswell.feeds.cli;

import io.groundswell.feeds.Network;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.network.Bluesky;
import io.groundswell.feeds.network.Keys;
import io.groundswell.feeds.web.Web;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bluesky, all of it. */
@Command(
    name = "bluesky",
    description = "All posts, reposts and deletions of Bluesky, from Jetstream. No key is needed.",
    footer = {
      "",
      "After a stop it goes on where it was, as far back as the hosts keep events.",
      "",
      "Example:",
      "  feed bluesky --brokers kafka1:9092,kafka2:9092 --topic jetstream"
    })
final class BlueskyCommand extends NetworkCommand {
  private static final Duration QUIET = Duration.ofSeconds(60);

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "A host of Jetstream; again for further ones, tried in turn. Default: Bluesky's four.")
  private List<String> hosts = Bluesky.PUBLIC_HOSTS;

  @Override
  Network network(Keys given, Timekeeper time) {
    return new Bluesky(
        new Web(time, USER_AGENT),
        hosts.stream().map(host -> address("--host", "wss", host)).toList(),
        QUIET);
  }
}
