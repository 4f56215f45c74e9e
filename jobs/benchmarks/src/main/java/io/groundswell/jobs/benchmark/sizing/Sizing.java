package io.groundswell.jobs.benchmark.sizing;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What one core and 2 GB are enough for. */
final class Sizing {
  private static final int PROMISED_RATE = 200;
  private static final long PROMISED_MEMORY = 2L << 30;

  /** Few subjects: what the rest of the cost is. */
  private static final List<Integer> RATES_OF_FEW = List.of(PROMISED_RATE, 1_000);

  /** Products that have a tenth of the subjects. */
  private static final int FEW = 28;

  private static final long MINUTE = Policy.defaults().bucket().toMillis();
  private static final long HOUR = 3_600_000;

  /** After its end a minute is waited for so long. */
  private static final long TAIL = Row.PROMPT + 2_000;

  /** So long after its end a minute has been scored where the job keeps up. */
  private static final long SETTLED = 20_000;

  private static final long PATIENCE = 30 * MINUTE;
  private static final long GLANCE = 5_000;

  private final Path folder;
  private final Plan plan;
  private final PrintStream out;
  private final Consumer<String> progress;
  private final Cores cores;

  /**
   * A measurement to be.
   *
   * @param folder for broker, settings and state
   */
  Sizing(Path folder, Plan plan, PrintStream out, Consumer<String> progress) throws Exception {
    this.folder = folder;
    this.plan = plan;
    this.out = out;
    this.progress = progress;
    this.cores = Cores.find();
  }

  /**
   * How much.
   *
   * @param rates posts a second, in turn until one is not held
   * @param hours of posts that the job has seen before
   * @param minutes that a rate is measured
   * @param heap {@code -Xmx} of the job
   */
  record Plan(List<Integer> rates, int hours, int minutes, String heap) {}

  /** Measures, and prints each rate as a row. */
  void print() throws Exception {
    cores.leave();
    out.printf(
        Locale.ROOT,
        "The main job at default settings %s, -Xmx%s, RocksDB; %d min a row, after %d h of %d posts/s%n%s%n",
        cores.label(),
        plan.heap,
        plan.minutes,
        plan.hours,
        PROMISED_RATE,
        Row.head());
    measure(Invented.products(), plan.rates);
    measure(FEW, RATES_OF_FEW);
  }

  private void measure(int products, List<Integer> rates) throws Exception {
    Path home = Files.createDirectories(folder.resolve("sizing-" + products));
    try (LocalBroker broker = LocalBroker.start(home.resolve("broker"))) {
      Topics.createInput(broker.address(), "posts");
      // Named so that its clock is the one that the job has by default.
      Topics topics = new Topics(broker.address(), "posts", "groundswell").createClock();
      try (Load load = new Load(topics, products)) {
        progress.accept("writing %d h of posts".formatted(plan.hours));
        long now = System.currentTimeMillis();
        load.past(PROMISED_RATE, now - plan.hours * HOUR, now);
        try (Confined job = new Confined(home, topics, products, cores, plan.heap)) {
          run(home, topics, products, load, job, rates);
        }
      }
    }
  }

  private void run(
      Path home, Topics topics, int products, Load load, Confined job, List<Integer> rates)
      throws Exception {
    try (Scored scored = level(topics, products, load, job)) {
      int held = 0;
      for (int rate : rates) {
        Row row = row(home, rate, load, job, scored);
        out.println(row);
        if (rate == PROMISED_RATE && products == Invented.products()) {
          promise(row);
        }
        if (!row.keepsUp()) {
          break;
        }
        held = rate;
      }
      out.printf(
          Locale.ROOT,
          "%,d subjects: the highest rate held is %,d a second%s%n",
          scored.subjects(),
          held,
          held == rates.get(rates.size() - 1) ? ", the highest that was tried" : "");
    }
  }

  /** Lets the job come to the present, and gives what it has said. */
  private Scored level(Topics topics, int products, Load load, Confined job) throws Exception {
    progress.accept("the job reads them");
    long patience = System.currentTimeMillis() + PATIENCE;
    load.steady(PROMISED_RATE, System.currentTimeMillis() + 4 * GLANCE);
    Scored scored = new Scored(topics.broker(), "volumes", MINUTE);
    scored.readOn();
    while (System.currentTimeMillis() - scored.latest() > MINUTE + TAIL
        || scored.subjects() < Invented.subjects(products)) {
      job.requireAlive();
      if (System.currentTimeMillis() > patience) {
        throw new IOException(
            "the job has scored %,d subjects and is no further than %d min ago"
                .formatted(
                    scored.subjects(), (System.currentTimeMillis() - scored.latest()) / MINUTE));
      }
      load.steady(PROMISED_RATE, System.currentTimeMillis() + GLANCE);
      scored.readOn();
    }
    return scored;
  }

  /** A rate, from one whole minute to another. */
  private Row row(Path home, int rate, Load load, Confined job, Scored scored) throws Exception {
    int subjects = scored.subjects();
    progress.accept("%,d subjects at %,d posts/s".formatted(subjects, rate));
    long first = (System.currentTimeMillis() / MINUTE + 1) * MINUTE;
    // What came at another rate has been scored by then, and each minute after it falls into the
    // row.
    long begin = first + SETTLED;
    load.steady(rate, begin);
    Moment before = Moment.now(home, load, job);
    load.steady(rate, begin + plan.minutes * MINUTE);
    Moment after = Moment.now(home, load, job);
    long last = first + plan.minutes * MINUTE;
    load.steady(rate, last + TAIL);
    scored.readOn();
    return row(subjects, rate, before, after, job, scored.delays(first + MINUTE, last));
  }

  private Row row(
      int subjects, int rate, Moment before, Moment after, Confined job, Map<Long, Long> delays) {
    double seconds = (after.at - before.at) / 1e3;
    double posts = after.sent - before.sent;
    return new Row(
        subjects,
        rate,
        posts / seconds,
        (after.usage.cpu() - before.usage.cpu()) / seconds,
        Math.max(0, after.usage.compiling() - before.usage.compiling()) / seconds,
        after.usage.peak(),
        job.checkpoints(),
        job.working(),
        (after.written - before.written) / posts,
        plan.minutes,
        delays);
  }

  /**
   * What had been used until a time, epoch milliseconds.
   *
   * @param sent posts
   * @param written bytes in topics of the job's own
   */
  private record Moment(long at, Usage usage, long sent, long written) {
    static Moment now(Path home, Load load, Confined job) throws IOException {
      return new Moment(
          System.currentTimeMillis(),
          job.usage(),
          load.sent(),
          Disk.written(home.resolve("broker"), "posts"));
    }
  }

  private void promise(Row row) {
    String confined = cores.confine() ? "1 core" : "a core's time";
    boolean held = row.keepsUp() && row.cpu() <= 1 && row.peak() <= PROMISED_MEMORY;
    out.printf(
        Locale.ROOT,
        "%,d subjects, %d posts a second, %s, 2 GB: %s%n",
        Invented.SUBJECTS,
        PROMISED_RATE,
        confined,
        held && row.subjects() >= Invented.SUBJECTS ? "held" : "NOT HELD");
  }
}
