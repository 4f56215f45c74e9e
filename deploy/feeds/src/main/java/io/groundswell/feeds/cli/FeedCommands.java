package io.groundswell.feeds.cli;

import io.groundswell.feeds.Mistake;
import io.groundswell.feeds.network.Keys;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The commands, and what they answer to mistakes. */
@Command(
    name = "feed",
    description = "Brings a network's public posts into Kafka, as they come and as they are.",
    mixinStandardHelpOptions = true,
    version = "feed 0.1.0",
    scope = ScopeType.INHERIT,
    subcommands = {
      BlueskyCommand.class,
      MastodonCommand.class,
      RedditCommand.class,
      XCommand.class
    },
    synopsisSubcommandLabel = "NETWORK",
    footer = {
      "",
      "A feed runs until it is stopped. It reconnects, keeps to the network's limits,",
      "and started again goes on where it was: the records in Kafka say how far that",
      "is. Keys are read from the environment. What you may do with posts, each",
      "network's terms say; deletions are passed on wherever a network tells them.",
      "",
      "Try (no key needed, a broker on localhost:9092):",
      "  feed bluesky",
      "Then name the topic in groundswell.yaml:",
      "  posts:",
      "    - {topic: bluesky, format: bluesky}"
    })
public final class FeedCommands implements Runnable {
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /**
   * Runs a command: 0 done, 2 bad usage or configuration, 1 failed.
   *
   * @param environment where keys are
   */
  public static int run(Map<String, String> environment, String... arguments) {
    Keys keys = new Keys(environment);
    return new CommandLine(new FeedCommands(), withKeys(keys))
        .setParameterExceptionHandler(FeedCommands::misused)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, keys))
        .setUsageHelpAutoWidth(true)
        .execute(arguments);
  }

  private static IFactory withKeys(Keys keys) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        K made = CommandLine.defaultFactory().create(type);
        if (made instanceof NetworkCommand command) {
          command.setKeys(keys);
        }
        return made;
      }
    };
  }

  private static int misused(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(oneLine(mistake.getMessage()) + "; see " + name + " --help");
    return BAD_USAGE;
  }

  private static int failed(Exception failure, CommandLine command, Keys keys) {
    boolean mistake = failure instanceof Mistake;
    String message = mistake ? failure.getMessage() : "failed: " + failure;
    String name = command.getCommandName();
    command.getErr().println(name + ": " + oneLine(keys.mask(message)));
    return mistake ? BAD_USAGE : FAILED;
  }

  /** What a message quotes may hold line ends of its own. */
  static String oneLine(String message) {
    return message.replaceAll("\\s*(?:\\R|\\p{Cntrl})+\\s*", " ");
  }
}
