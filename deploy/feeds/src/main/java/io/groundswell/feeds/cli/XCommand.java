package io.groundswell.feeds.cli;

import io.groundswell.feeds.Network;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.network.Keys;
import io.groundswell.feeds.network.X;
import io.groundswell.feeds.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What X delivers by rules. */
@Command(
    name = "x",
    description = "Posts of X that match rules, from its filtered stream (API v2).",
    footer = {
      "",
      "X_BEARER_TOKEN is read from the environment: the bearer token of an app on",
      "https://developer.x.com whose access includes the filtered stream. X does not",
      "deliver again what was posted while the feed was away, but for the last five",
      "minutes where --backfill is allowed.",
      "",
      "Example:",
      "  export X_BEARER_TOKEN=…",
      "  feed x --rule '(@firefox OR #firefox) -is:retweet' --rule '@thunderbird'"
    })
final class XCommand extends NetworkCommand {
  /** X sends a sign of life each 20 seconds. */
  private static final Duration QUIET = Duration.ofSeconds(45);

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description =
          "What posts have to match; again for further ones. Rules that were set in this way before and"
              + " are not given any more are taken away. Without it: the rules that stand at X.")
  private List<String> rules = List.of();

  @Option(
      names = "--backfill",
      description = "Ask again for the last minutes, up to five; needs X's enterprise access.")
  private boolean backfill;

  @Override
  Network network(Keys given, Timekeeper time) {
    return new X(
        new Web(time, USER_AGENT),
        URI.create("https://api.x.com"),
        rules,
        backfill,
        given,
        QUIET,
        time);
  }
}
