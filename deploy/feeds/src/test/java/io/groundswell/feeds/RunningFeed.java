package io.groundswell.feeds;

import io.groundswell.feeds.kafka.KafkaStore;
import io.groundswell.feeds.kafka.SharedBroker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/** A feed at work, from a network into a topic of {@link SharedBroker}. */
public final class RunningFeed implements AutoCloseable {
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Thread thread;
  private boolean askedForLastWord;

  private RunningFeed(Network network, String broker, String topic, Timekeeper time) {
    thread =
        new Thread(
            () -> {
              try (KafkaStore store = store(broker, topic)) {
                new FeedLoop(network, store, time, () -> 0, said::add).run();
              } catch (InterruptedException e) {
                end.complete(null);
              } catch (RuntimeException e) {
                end.completeExceptionally(e);
              }
            },
            "feed");
    thread.start();
  }

  private KafkaStore store(String broker, String topic) throws InterruptedException {
    Map<String, Object> client = Map.of("bootstrap.servers", broker);
    return KafkaStore.open(client, topic, "test", said::add);
  }

  /** Starts a feed. */
  public static RunningFeed start(Network network, String topic, Timekeeper time) {
    return start(network, SharedBroker.address(), topic, time);
  }

  /** Starts a feed into a topic of another broker. */
  public static RunningFeed start(Network network, String broker, String topic, Timekeeper time) {
    return new RunningFeed(network, broker, topic, time);
  }

  /** What people were told. */
  public List<String> said() {
    return said;
  }

  /** Waits until it ends by itself, and gives the line with which it does. */
  public String lastWord() throws InterruptedException {
    askedForLastWord = true;
    try {
      end.get();
      throw new AssertionError("it ended without a word");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Mistake mistake) {
        return String.valueOf(mistake.getMessage());
      }
      throw new AssertionError(e.getCause());
    }
  }

  /** Stops it; a feed that has failed without anybody having asked fails the test. */
  @Override
  public void close() {
    thread.interrupt();
    if (!askedForLastWord) {
      end.join();
    }
  }
}
