package io.groundswell.chaos.round;

import io.groundswell.chaos.cluster.Cluster;
import io.groundswell.chaos.cluster.Tasks;
import io.groundswell.chaos.fault.Fault;
import io.groundswell.chaos.fault.Faults;
import io.groundswell.chaos.fault.Struck;
import io.groundswell.chaos.load.SteadyLoad;
import io.groundswell.jobs.benchmark.feed.Invented;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rounds: in each a product breaks, and seconds later something else does. What goes wrong, when
 * and for how long is decided by the seed and the round's number alone.
 */
public final class Rounds {
  private static final long PRIME = 1_000_003;
  private static final int LATEST_STRIKE_MILLIS = 8_000;
  private static final Duration SURGE = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final SteadyLoad load;
  private final Faults faults;
  private final Tasks tasks;
  private final Plan plan;
  private final Table table;
  private final Summary summary = new Summary();

  /** Plays a plan. */
  public Rounds(Cluster cluster, SteadyLoad load, Faults faults, Plan plan, PrintStream out) {
    this.cluster = cluster;
    this.load = load;
    this.faults = faults;
    this.tasks = new Tasks(cluster);
    this.plan = plan;
    this.table = new Table(out);
  }

  /**
   * What is played.
   *
   * @param rounds numbers of the rounds, from 1
   * @param seed decides all that is left to chance
   * @param possible the faults that take turns, in an order that the seed decides
   * @param length of a round at least
   */
  public record Plan(List<Integer> rounds, long seed, List<Fault> possible, Duration length) {

    /** The fault of a round. */
    Fault fault(int round) {
      int turn = (round - 1) / possible.size();
      List<Fault> order = new ArrayList<>(possible);
      Collections.shuffle(order, new Random(seed * PRIME + turn));
      return order.get((round - 1) % possible.size());
    }

    /** The product that breaks in a round: another one each time, as long as there are any. */
    int product(int round) {
      List<Integer> order = new ArrayList<>();
      for (int product = 0; product < Invented.products(); product++) {
        order.add(product);
      }
      Collections.shuffle(order, new Random(seed));
      return order.get(round % order.size());
    }
  }

  /** Plays all rounds, a row of the table each. */
  public Summary play() throws Exception {
    table.head();
    for (int round : plan.rounds) {
      Seen seen = play(round);
      summary.add(seen);
      table.row(seen);
    }
    return summary;
  }

  private Seen play(int round) throws Exception {
    Random random = new Random(plan.seed * PRIME - round);
    Instant end = Instant.now().plus(plan.length);
    load.surge(plan.product(round), SURGE);
    Thread.sleep(random.nextInt(LATEST_STRIKE_MILLIS));
    long lag = Watch.lag(tasks);
    Instant at = Instant.now();
    Fault fault = plan.fault(round);
    Struck struck = faults.strike(fault, random);
    Watch watch = new Watch(cluster, tasks, struck, at.toEpochMilli(), lag);
    watch.untilOver();
    Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
    return new Seen(
        round,
        fault,
        struck,
        at,
        watch.outage(),
        Duration.ofMillis(lag),
        watch.mostLag(),
        watch.back());
  }
}
