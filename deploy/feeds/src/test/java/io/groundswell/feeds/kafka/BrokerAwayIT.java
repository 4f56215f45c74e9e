package io.groundswell.feeds.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.feeds.FakeTime;
import io.groundswell.feeds.Item;
import io.groundswell.feeds.Network;
import io.groundswell.feeds.RunningFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is restarted while a feed writes. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BrokerAwayIT {
  @TempDir Path folder;

  private final BlockingQueue<Integer> posted = new LinkedBlockingQueue<>();

  @Test
  void isWaitedForAndNothingIsLostOrWrittenTwice() throws Exception {
    Network network =
        (cursor, to) -> {
          while (true) {
            String post = posted.take().toString();
            to.take(new Item(post.getBytes(StandardCharsets.UTF_8), post, null));
          }
        };
    LocalBroker broker = LocalBroker.start(folder);
    String address = broker.address();
    SharedBroker.create(address, "posts", 1);
    try (RunningFeed feed = RunningFeed.start(network, address, "posts", new FakeTime())) {
      post(1000, 1100);
      try (TopicReader reader = new TopicReader(address, "posts")) {
        reader.values(100);
      }
      broker.close();
      post(1100, 1200);
      broker = LocalBroker.again(folder, address);
      post(1200, 1300);
      try (TopicReader reader = new TopicReader(address, "posts")) {
        assertThat(reader.values(300)).containsExactlyElementsOf(texts(1000, 1300));
      }
      assertThat(feed.said()).containsExactly("begins with what is posted now");
    } finally {
      broker.close();
    }
  }

  private void post(int from, int to) {
    IntStream.range(from, to).forEach(posted::add);
  }

  private static List<String> texts(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).toList();
  }
}
