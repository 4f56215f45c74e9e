package io.groundswell.jobs.benchmark.history;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.Feed;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.flink.CpuTime;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What it costs to write down what the main job says of the benchmark's feed: at 20 times the
 * feed's rate, and at the rate itself beside what the main job costs at it. All in one process, the
 * broker's CPU among all figures, less what the process takes when nothing happens.
 */
final class Writing {
  /** So many times the rate of the feed has to be kept up with. */
  static final int TIMES = 20;

  /** The folder of the warehouse that is written at many times the rate. */
  static final String KEPT = "kept-fast";

  /** How often rows are committed, where they have to be there soon. */
  static final Duration OFTEN = Duration.ofSeconds(10);

  /** The default. */
  static final Duration USUALLY = Duration.ofMinutes(1);

  private static final int IDLE_SECONDS = 20;

  /** Lines of a second come together: the main job's, too, come in batches. */
  private static final double AT_ONCE = 1;

  /** Lines in this share of the time warm up and are not measured. */
  private static final int WARM_SHARE = 10;

  private final Path folder;
  private final Policy policy;
  private final Plan plan;
  private final Consumer<String> progress;

  Writing(Path folder, Policy policy, Plan plan, Consumer<String> progress) {
    this.folder = folder;
    this.policy = policy;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * How much.
   *
   * @param posts of the feed
   * @param seconds of event time in it; a multiple of {@link #TIMES}
   * @param live how many seconds both jobs run at the feed's own rate
   */
  record Plan(long posts, int seconds, int live) {}

  /**
   * What a job took of a stretch.
   *
   * @param lines that came meanwhile
   * @param behind lines that could not be asked for yet when the last was written
   * @param level seconds after that until all could be
   * @param cpuSeconds of the process
   * @param seconds that passed
   */
  record Kept(long lines, long behind, double level, double cpuSeconds, double seconds) {}

  /**
   * What was measured.
   *
   * @param lines what the main job says of the feed
   * @param idle CPU-seconds a second when nothing happens
   * @param whole the main job as fast as it can
   * @param live the main job at the rate
   * @param fast the history at many times the rate
   * @param often the history at the rate, with many commits
   * @param usual the same with as many as by default
   */
  record Result(
      Plan plan,
      Lines lines,
      double idle,
      MainJob.Took whole,
      MainJob.Took live,
      Kept fast,
      Kept often,
      Kept usual) {
    /** CPU-seconds of a post, as fast as the main job can. */
    double mainPerPost() {
      return (whole.cpuSeconds() - idle * whole.seconds()) / whole.posts();
    }

    /** CPU-seconds of writing down what is said of a post, at many times the rate. */
    double historyPerPost() {
      double posts = plan.posts * (double) fast.lines() / lines.count();
      return (fast.cpuSeconds() - idle * fast.seconds()) / posts;
    }

    /** CPU-seconds a second of the main job at the rate. */
    double mainLive() {
      return live.cpuSeconds() / live.seconds() - idle;
    }

    /** The same of the history. */
    double historyLive(Kept kept) {
      return kept.cpuSeconds() / kept.seconds() - idle;
    }
  }

  /** Measures; what was kept at many times the rate is in {@link #KEPT} afterwards. */
  Result measure() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      progress.accept("writing the feed");
      FeedTopic feed =
          FeedTopic.write(broker.address(), new Feed(plan.posts, plan.seconds * 1_000L));
      MainJob main = new MainJob(folder, feed, policy);
      Topics said = feed.run("whole");
      progress.accept("the main job over all of it");
      MainJob.Took whole = main.whole(said);
      Lines lines = Lines.of(said);
      progress.accept("the history job at %d times the rate".formatted(TIMES));
      Kept fast = keep(feed.run("fast"), lines.inTurn(), (double) plan.seconds / TIMES, OFTEN);
      progress.accept("the main job at the rate");
      MainJob.Took live = main.live(feed.run("live"), plan.live);
      progress.accept("the history job at the rate");
      Kept often = slow(feed.run("often"), lines, OFTEN);
      Kept usual = slow(feed.run("usual"), lines, USUALLY);
      // Last, when the compiler has nothing left to do.
      progress.accept("nothing");
      return new Result(plan, lines, idle(), whole, live, fast, often, usual);
    }
  }

  private Kept slow(Topics topics, Lines lines, Duration commit) throws Exception {
    List<Lines.Line> all = lines.inTurn();
    double share = Math.min(1, plan.live * (1 + 1.0 / WARM_SHARE) / plan.seconds);
    List<Lines.Line> first = all.subList(0, (int) (all.size() * share));
    return keep(topics, first, plan.seconds * share, commit);
  }

  private static double idle() {
    long wall = System.nanoTime();
    long cpu = CpuTime.nanos();
    long end = wall + IDLE_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    return (double) (CpuTime.nanos() - cpu) / (System.nanoTime() - wall);
  }

  private Kept keep(Topics topics, List<Lines.Line> lines, double seconds, Duration commit)
      throws Exception {
    int warm = lines.size() / WARM_SHARE;
    Path warehouse = folder.resolve("kept-" + topics.name());
    Path state = folder.resolve("state-" + topics.name());
    try (KeepingJob job = KeepingJob.start(warehouse, state, topics, commit);
        KafkaProducer<byte[], byte[]> producer = topics.producer()) {
      write(producer, topics, lines.subList(0, warm), 0);
      job.await(warm);
      long wall = System.nanoTime();
      long cpu = CpuTime.nanos();
      double share = 1 - (double) warm / lines.size();
      write(producer, topics, lines.subList(warm, lines.size()), seconds * share);
      long written = System.nanoTime();
      long behind = lines.size() - job.rows();
      job.await(lines.size());
      long now = System.nanoTime();
      return new Kept(
          lines.size() - warm,
          behind,
          (now - written) / 1e9,
          (CpuTime.nanos() - cpu) / 1e9,
          (now - wall) / 1e9);
    }
  }

  private static void write(
      KafkaProducer<byte[], byte[]> producer,
      Topics topics,
      List<Lines.Line> lines,
      double seconds) {
    Map<HistoryTable, String> names = Lines.topics(topics);
    Pace pace = new Pace(lines.size(), seconds, AT_ONCE);
    AtomicReference<Exception> refused = new AtomicReference<>();
    for (int i = 0; i < lines.size(); i++) {
      pace.await(i);
      Lines.Line line = lines.get(i);
      var unused =
          producer.send(
              new ProducerRecord<>(names.get(line.table()), 0, line.key(), line.text()),
              (sent, failure) -> refused.compareAndSet(null, failure));
    }
    producer.flush();
    if (refused.get() != null) {
      throw new IllegalStateException("the broker does not take a line", refused.get());
    }
  }
}
