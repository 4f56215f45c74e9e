package io.groundswell.feeds.cli;

import io.groundswell.feeds.FeedLoop;
import io.groundswell.feeds.Mistake;
import io.groundswell.feeds.Network;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.kafka.KafkaStore;
import io.groundswell.feeds.network.Keys;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One network's feed, run until it is stopped. */
abstract class NetworkCommand implements Callable<Integer> {
  /** What a feed calls itself where the network does not ask for more. */
  static final String USER_AGENT = "groundswell-feeds/0.1.0";

  private static final int LAST_WORDS_SECONDS = 12;
  private static final Pattern ADDRESS = Pattern.compile("[a-z]+://[^/?#\\s]+");

  @Mixin private KafkaOptions kafka;
  @Spec private CommandSpec spec;
  private Keys keys = new Keys(Map.of());

  final void setKeys(Keys given) {
    keys = given;
  }

  /** The network, with its keys. */
  abstract Network network(Keys given, Timekeeper time);

  /** Which feed this is among those that may write to the same topic. */
  String feed() {
    return spec.name();
  }

  @Override
  public Integer call() throws InterruptedException {
    Consumer<String> out = this::say;
    Network network = network(keys, Timekeeper.SYSTEM);
    String topic = kafka.topic(spec.name());
    CountDownLatch closed = new CountDownLatch(1);
    Thread stopper = stopper(Thread.currentThread(), closed);
    Runtime.getRuntime().addShutdownHook(stopper);
    try (KafkaStore store = KafkaStore.open(kafka.client(), topic, feed(), out)) {
      say("writes to topic '%s'; stop with Ctrl-C".formatted(topic));
      new FeedLoop(
              network,
              store,
              Timekeeper.SYSTEM,
              () -> ThreadLocalRandom.current().nextDouble(),
              out)
          .run();
    } catch (InterruptedException e) {
      return 0; // Asked to stop; what was on its way has been waited for.
    } finally {
      closed.countDown();
      forget(stopper);
    }
    return 0;
  }

  private void say(String line) {
    System.err.println(spec.name() + ": " + FeedCommands.oneLine(keys.mask(line)));
  }

  /** Ctrl-C ends the process only when the feed has put its records away. */
  private static Thread stopper(Thread feed, CountDownLatch closed) {
    return new Thread(
        () -> {
          feed.interrupt();
          try {
            closed.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "stopper");
  }

  private static void forget(Thread stopper) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException e) {
      // It is running: the process is being stopped.
    }
  }

  /**
   * A server's address.
   *
   * @param scheme is put before a bare name
   */
  static URI address(String option, String scheme, @Nullable String text) {
    String whole = text == null || text.contains("://") ? text : scheme + "://" + text;
    String bare = whole == null ? "" : whole.replaceFirst("/+$", "");
    if (!ADDRESS.matcher(bare).matches()) {
      throw new Mistake(
          "%s: '%s' is no address; give a name such as %s://NAME".formatted(option, text, scheme));
    }
    return URI.create(bare);
  }
}
