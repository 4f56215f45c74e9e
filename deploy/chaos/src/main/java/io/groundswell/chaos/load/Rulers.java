package io.groundswell.chaos.load;

import io.groundswell.jobs.benchmark.feed.Ruled;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.RulingJson;
import io.groundswell.jobs.surge.connector.RulingJson.Sent;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.connector.kafka.KafkaControl;
import io.groundswell.jobs.surge.connector.kafka.Tick;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * People who keep changing what the job decides by, whatever goes wrong meanwhile. While nobody can
 * rule, changes pile up, and are made afterwards.
 */
public final class Rulers implements AutoCloseable {
  private static final long HOUR = 3_600_000;
  private static final double SECOND = 1_000;

  private final KafkaControl control;
  private final int anHour;
  private final String policy;
  private final List<String> made = new ArrayList<>();
  private final Thread thread = new Thread(this::rule, "rulers");
  private volatile boolean over;
  private int refused;

  /**
   * Starts to rule.
   *
   * @param anHour how often; 0 for never
   * @param policy what the policy says besides
   */
  public Rulers(String broker, RunSettings settings, int anHour, String policy) {
    this.control =
        new KafkaControl(Map.of("bootstrap.servers", broker), settings.control().topic());
    this.anHour = anHour;
    this.policy = policy;
    if (anHour > 0) {
      thread.start();
    }
  }

  private void rule() {
    try {
      long began = System.nanoTime();
      for (long number = 0; !over; number++) {
        rule(number);
        long due = (number + 1) * HOUR / anHour;
        TimeUnit.NANOSECONDS.sleep(began + TimeUnit.MILLISECONDS.toNanos(due) - System.nanoTime());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where no broker is there somebody tries again later, with something else. */
  private void rule(long number) {
    var kind = Ruled.kind(number);
    try {
      var placed =
          control.rule(
              kind, Ruled.content(number, policy), "chaos", "so", System.currentTimeMillis());
      made.add(kind.label() + " " + placed.number());
    } catch (BadInput e) {
      refused++;
    }
  }

  /** Nobody rules any more. */
  public void stop() throws InterruptedException {
    over = true;
    if (anHour > 0) {
      thread.join();
    }
  }

  /**
   * Says what became of what was ruled, which nobody does any more.
   *
   * @param ticks the clock's topic
   * @return whether the job took up all of it, each once and in order; of what a broker died over,
   *     nobody knows whether it was made
   */
  public boolean print(Collection<String> ticks, PrintStream out) throws IOException {
    List<String> taken = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (String record : ticks) {
      Tick tick = Tick.of(record.getBytes(StandardCharsets.UTF_8));
      Sent sent = tick.control() == null ? null : sent(tick);
      if (sent != null && sent.ruling().by().equals("chaos")) {
        taken.add(sent.ruling().key());
        seconds.add((tick.time() - sent.at()) / SECOND);
      }
    }
    List<String> ofMade = taken.stream().filter(made::contains).toList();
    boolean all = ofMade.equals(made) && taken.stream().distinct().count() == taken.size();
    seconds.sort(null);
    out.printf(
        Locale.ROOT,
        "%-46s %d made (%d while no broker was there), %d taken up; live after %.1f s in the median, %.1f s at most  %s%n",
        "rulings",
        made.size(),
        refused,
        taken.size(),
        seconds.isEmpty() ? 0 : seconds.get(seconds.size() / 2),
        seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1),
        all ? "ok" : "NOT KEPT");
    return all;
  }

  private static Sent sent(Tick tick) throws IOException {
    try {
      return RulingJson.readSent(
          String.valueOf(tick.control()).getBytes(StandardCharsets.UTF_8), tick.time());
    } catch (UnreadableRecord e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    over = true;
  }
}
