package io.groundswell.jobs.benchmark.live;

import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.surge.connector.kafka.Tick;
import io.groundswell.jobs.surge.connector.kafka.WholeTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a clock would have said in the hour in which there was none: a tick every second. */
final class UnbrokenClock implements LiveLoad.Slice {
  private static final long TICK = 1_000;

  private final LiveLoad load;
  private final TreeMap<Long, String> ticks = new TreeMap<>();

  UnbrokenClock(LiveLoad load) {
    this.load = load;
  }

  @Override
  public void at(long now) {
    if (ticks.isEmpty() || now >= ticks.lastKey() + TICK) {
      ticks.put(now, load.tick(now));
    }
  }

  /** Writes them, and the ticks that there were before and after them. */
  void write(Topics stopped, Topics unbroken) throws IOException {
    List<String> all = new ArrayList<>();
    long begin = ticks.firstKey();
    boolean gap = true;
    for (String tick : ticksOf(stopped)) {
      if (gap && Tick.of(tick.getBytes(StandardCharsets.UTF_8)).time() > begin) {
        all.addAll(ticks.values());
        gap = false;
      }
      all.add(tick);
    }
    try (KafkaProducer<byte[], byte[]> producer = unbroken.producer()) {
      for (String tick : all) {
        byte[] record = tick.getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(new ProducerRecord<>(unbroken.clock(), 0, null, record));
      }
    }
  }

  private static List<String> ticksOf(Topics topics) {
    List<String> ticks = new ArrayList<>();
    try (WholeTopic whole = new WholeTopic(Map.copyOf(topics.client()))) {
      whole.read(topics.clock(), record -> ticks.add(record.value()));
    }
    return ticks;
  }
}
