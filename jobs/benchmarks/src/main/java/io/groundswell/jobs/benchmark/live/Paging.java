package io.groundswell.jobs.benchmark.live;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.throughput.Spread;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How long it takes on the wall clock from the decisive post to the destination's 2xx, through both
 * jobs at default settings: undisturbed, with either job killed again and again, and with no
 * checkpoint possible. Products that were calm surge at random moments of each part.
 */
public final class Paging {
  private static final long MINUTE = 60_000;
  private static final double PER_SECOND = 20;
  private static final int POSTS = 250;
  private static final long PACE = 40;

  /** A job is killed so often while surges are under way; the two take turns. */
  private static final long KILL_EVERY = 2 * MINUTE;

  /** Longer than a page may take: what is missing then is missing. */
  private static final long PATIENCE = 3 * MINUTE;

  private final Random random = new Random(77);
  private final Path folder;
  private final Topics topics;
  private final long length;
  private final int surges;
  private final PrintStream out;

  /**
   * A measurement to be.
   *
   * @param folder for settings, state and logs of the jobs
   * @param minutes how long each part lasts
   * @param surges products that surge in each part
   */
  public Paging(Path folder, String broker, int minutes, int surges, PrintStream out)
      throws Exception {
    this.folder = folder;
    this.length = minutes * MINUTE;
    this.surges = surges;
    this.out = out;
    Topics.createInput(broker, "paging");
    this.topics = new Topics(broker, "paging", "");
  }

  private enum Part {
    UNDISTURBED("undisturbed", 90),
    KILLED("a job killed every two minutes", 120),
    NO_CHECKPOINTS("no checkpoint possible", 90);

    private final String label;
    private final int bound;

    Part(String label, int bound) {
      this.label = label;
      this.bound = bound;
    }
  }

  private record Burst(long at, int product, Part part) {}

  /** Measures, and prints each part as a row. */
  public void print() throws Exception {
    try (Received received = new Received();
        Jobs jobs = new Jobs(folder, topics, received.address());
        LiveLoad load = new LiveLoad(topics, System::currentTimeMillis)) {
      Policy policy = Policy.defaults();
      load.steady(PER_SECOND, policy.listenFirst().toMillis() + MINUTE, now -> {});
      Map<Integer, Part> parts = new HashMap<>();
      for (Part part : Part.values()) {
        surge(part, jobs, load, parts);
      }
      load.steady(PER_SECOND, PATIENCE, now -> {});
      if (!jobs.alive()) {
        throw new IllegalStateException("a job has ended; its log is in " + folder);
      }
      rows(received, new DecisivePosts(load.complaints(), policy), parts);
    }
  }

  private void surge(Part part, Jobs jobs, LiveLoad load, Map<Integer, Part> parts)
      throws Exception {
    if (part == Part.NO_CHECKPOINTS) {
      jobs.failCheckpoints();
    }
    long begin = System.currentTimeMillis();
    Deque<Burst> bursts = bursts(part, begin, parts);
    long[] kill = {part == Part.KILLED ? begin + KILL_EVERY / 2 : Long.MAX_VALUE, 0};
    load.steady(
        PER_SECOND,
        length + POSTS * PACE,
        now -> {
          while (!bursts.isEmpty() && bursts.getFirst().at <= now) {
            load.complain(bursts.removeFirst().product, now);
          }
          // Who is killed last is there again before the next part.
          if (now >= kill[0] && now < begin + length - MINUTE / 2) {
            kill[0] += KILL_EVERY;
            kill(jobs, kill[1]++ % 2 == 0);
          }
        });
  }

  private static void kill(Jobs jobs, boolean detection) {
    try {
      if (detection) {
        jobs.killDetection();
      } else {
        jobs.killNotification();
      }
    } catch (Exception e) {
      throw new IllegalStateException("a job cannot be started again", e);
    }
  }

  /** Complaints of the surges of a part, all surges together in order. */
  private Deque<Burst> bursts(Part part, long begin, Map<Integer, Part> parts) {
    List<Integer> calm = new ArrayList<>();
    for (int product = 0; product < Invented.products(); product++) {
      if (!parts.containsKey(product)) {
        calm.add(product);
      }
    }
    Collections.shuffle(calm, random);
    List<Burst> bursts = new ArrayList<>();
    for (int product : calm.subList(0, surges)) {
      parts.put(product, part);
      long at = begin + (long) (random.nextDouble() * length);
      for (int i = 0; i < POSTS; i++) {
        bursts.add(new Burst(at + i * PACE, product, part));
      }
    }
    bursts.sort((one, other) -> Long.compare(one.at, other.at));
    return new ArrayDeque<>(bursts);
  }

  private void rows(Received received, DecisivePosts decisive, Map<Integer, Part> parts) {
    out.printf(
        Locale.ROOT,
        "Decisive post to the destination's 2xx, wall clock, both jobs at default settings: bucket"
            + " 1 min, lateness 15 s; %d products surge in %d min of each part%n",
        surges,
        length / MINUTE);
    out.printf("%-32s %6s %8s %8s %8s%n", "", "pages", "p50", "p99", "longest");
    for (Part part : Part.values()) {
      List<Double> seconds = new ArrayList<>();
      for (Received.Page page : received.pages()) {
        if (parts.get(Invented.position(page.product())) == part) {
          decisive
              .of(page.product(), page.detected())
              .ifPresent(at -> seconds.add((page.at() - at) / 1_000.0));
        }
      }
      row(part, seconds);
    }
  }

  private void row(Part part, List<Double> seconds) {
    double p99 = seconds.isEmpty() ? Double.NaN : Spread.quantile(seconds, .99);
    out.printf(
        Locale.ROOT,
        "%-32s %3d/%-3d %7.1fs %7.1fs %7.1fs  p99 under %d s: %s%n",
        part.label,
        seconds.size(),
        surges,
        seconds.isEmpty() ? Double.NaN : Spread.quantile(seconds, .5),
        p99,
        seconds.isEmpty() ? Double.NaN : Spread.quantile(seconds, 1),
        part.bound,
        p99 < part.bound ? "held" : "NOT HELD");
  }
}
