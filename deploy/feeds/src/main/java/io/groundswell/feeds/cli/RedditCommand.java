package io.groundswell.feeds.cli;

import io.groundswell.feeds.Mistake;
import io.groundswell.feeds.Network;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.network.Keys;
import io.groundswell.feeds.network.Reddit;
import io.groundswell.feeds.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Some subreddits. */
@Command(
    name = "reddit",
    description = "New submissions and comments of some subreddits.",
    footer = {
      "",
      "REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET are read from the environment:",
      "register an application of the type script on",
      "https://www.reddit.com/prefs/apps. After a stop it fetches what it missed, up",
      "to the last thousand of each list. Reddit tells nobody of deletions: keep the",
      "topic no longer than its terms allow (retention.ms).",
      "",
      "Example:",
      "  export REDDIT_CLIENT_ID=… REDDIT_CLIENT_SECRET=…",
      "  feed reddit --subreddit firefox --subreddit thunderbird --user your_name"
    })
final class RedditCommand extends NetworkCommand {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  @Option(
      names = "--subreddit",
      paramLabel = "NAME",
      required = true,
      description = "A subreddit, without r/; again for further ones.")
  private List<String> subreddits;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      required = true,
      description = "Your name on Reddit, without u/: its rules want to know whose program it is.")
  private String user;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How often to ask, two requests each; default ${DEFAULT-VALUE}.")
  private int every;

  @Override
  Network network(Keys given, Timekeeper time) {
    subreddits.forEach(name -> checked("--subreddit", name));
    if (every < 1) {
      throw new Mistake("--every: %d is too often; at least 1 second".formatted(every));
    }
    String userAgent =
        "java:io.groundswell.feeds:0.1.0 (by /u/%s)".formatted(checked("--user", user));
    return new Reddit(
        new Web(time, userAgent),
        URI.create("https://www.reddit.com"),
        URI.create("https://oauth.reddit.com"),
        subreddits,
        given,
        Duration.ofSeconds(every),
        time);
  }

  private static String checked(String option, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new Mistake("%s: '%s' is no name; give it as in 'firefox'".formatted(option, name));
    }
    return name;
  }
}
