package io.groundswell.jobs.benchmark.history;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.Feed;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What it costs to write down what the main job says of the benchmark's feed: at 20 times the
 * feed's rate, and at the rate itself beside what the main job costs at it. All in one process, the
 * broker's CPU among all figures. What the lines cost until they are at the broker is the main
 * job's, so that much is taken off the history's figures.
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

  private static final int SETTLE_SECONDS = 5;
  private static final int IDLE_SECONDS = 40;

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
   * What the history took of many lines.
   *
   * @param lines that came meanwhile
   * @param behind lines that could not be asked for yet when the last was written
   * @param level seconds after that until all could be
   * @param spent until then
   */
  record Kept(long lines, long behind, double level, Effort.Spent spent) {}

  /**
   * What was measured.
   *
   * @param lines what the main job says of the feed
   * @param idle when nothing happens
   * @param told while lines are written at the rate and nobody reads them
   * @param toldFast the same at many times the rate
   * @param whole the main job as fast as it can
   * @param live the main job at the rate
   * @param fast the history at many times the rate
   * @param often the history at the rate, with many commits
   * @param usual the same with as many as by default
   */
  record Result(
      Plan plan,
      Lines lines,
      Effort.Spent idle,
      Effort.Spent told,
      Effort.Spent toldFast,
      MainJob.Took whole,
      MainJob.Took live,
      Kept fast,
      Effort.Spent often,
      Effort.Spent usual) {
    /** CPU-seconds of a post, as fast as the main job can. */
    double mainPerPost() {
      return less(whole.spent(), idle) / whole.posts();
    }

    /** CPU-seconds of writing down what is said of a post, at many times the rate. */
    double historyPerPost() {
      double posts = plan.posts * (double) fast.lines() / lines.count();
      return less(fast.spent(), toldFast) / posts;
    }

    private static double less(Effort.Spent spent, Effort.Spent without) {
      return spent.cpuSeconds() - without.rate() * spent.seconds();
    }

    /** CPU-seconds a second of the main job at the rate. */
    double mainLive() {
      return live.spent().rate() - idle.rate();
    }

    /** The same of the history. */
    double historyLive(Effort.Spent kept) {
      return kept.rate() - told.rate();
    }
  }

  /** Measures; what was kept at many times the rate is in {@link #KEPT} afterwards. */
  Result measure() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      progress.accept("writing the feed");
      FeedTopic feed =
          FeedTopic.write(broker.address(), new Feed(plan.posts, plan.seconds * 1_000L));
      MainJob main = new MainJob(folder, feed, policy);
      progress.accept("the main job over all of it, to warm up");
      main.whole(feed.run("warm"));
      Topics said = feed.run("whole");
      progress.accept("the main job over all of it");
      MainJob.Took whole = main.whole(said);
      Lines lines = Lines.of(said);
      progress.accept("the history job over all lines, to warm up");
      all(feed.run("warm-history"), lines.inTurn());
      progress.accept("the history job at %d times the rate".formatted(TIMES));
      Kept fast = fast(feed.run("fast"), lines.inTurn());
      progress.accept("the main job at the rate");
      MainJob.Took live = main.live(feed.run("live"), plan.live);
      progress.accept("the history job at the rate");
      Effort.Spent often = slow(feed.run("often"), lines.inTurn(), OFTEN);
      Effort.Spent usual = slow(feed.run("usual"), lines.inTurn(), USUALLY);
      // Last, when nothing is left of the jobs.
      progress.accept("nothing, and lines that nobody reads");
      Effort.Spent idle = idle();
      Effort.Spent told = told(feed.run("told"), lines.inTurn(), 1);
      Effort.Spent toldFast = told(feed.run("told-fast"), lines.inTurn(), TIMES);
      return new Result(plan, lines, idle, told, toldFast, whole, live, fast, often, usual);
    }
  }

  private static Effort.Spent idle() throws IOException {
    new Pace(SETTLE_SECONDS).await(SETTLE_SECONDS);
    Effort effort = Effort.begin();
    new Pace(IDLE_SECONDS).await(IDLE_SECONDS);
    return effort.spent();
  }

  private Effort.Spent told(Topics topics, List<Lines.Line> lines, int times) throws IOException {
    try (KafkaProducer<byte[], byte[]> producer = topics.producer()) {
      Effort effort = Effort.begin();
      Pace pace = new Pace(IDLE_SECONDS);
      write(producer, topics, first(lines, (double) IDLE_SECONDS * times), IDLE_SECONDS);
      pace.await(IDLE_SECONDS);
      return effort.spent();
    }
  }

  /** The lines of the first seconds of event time. */
  private List<Lines.Line> first(List<Lines.Line> lines, double seconds) {
    return lines.subList(0, (int) (lines.size() * Math.min(1, seconds / plan.seconds)));
  }

  private void all(Topics topics, List<Lines.Line> lines) throws Exception {
    try (KeepingJob job = start(topics, OFTEN);
        KafkaProducer<byte[], byte[]> producer = topics.producer()) {
      write(producer, topics, lines, 0);
      job.await(lines.size());
    }
  }

  /** At many times the rate, until all can be asked for. */
  private Kept fast(Topics topics, List<Lines.Line> lines) throws Exception {
    try (KeepingJob job = start(topics, OFTEN);
        KafkaProducer<byte[], byte[]> producer = topics.producer()) {
      int warm = lines.size() / WARM_SHARE;
      write(producer, topics, lines.subList(0, warm), 0);
      job.await(warm);
      Effort effort = Effort.begin();
      double share = 1 - (double) warm / lines.size();
      write(producer, topics, lines.subList(warm, lines.size()), share * plan.seconds / TIMES);
      double written = effort.spent().seconds();
      long behind = lines.size() - job.rows();
      job.await(lines.size());
      Effort.Spent spent = effort.spent();
      return new Kept(lines.size() - warm, behind, spent.seconds() - written, spent);
    }
  }

  /** At the rate, from just after a commit for as long as some commits take. */
  private Effort.Spent slow(Topics topics, List<Lines.Line> lines, Duration commit)
      throws Exception {
    long seconds = Math.max(1, plan.live / commit.toSeconds()) * commit.toSeconds();
    List<Lines.Line> all = first(lines, seconds * (1 + 1.0 / WARM_SHARE));
    int warm = all.size() - first(lines, (double) seconds).size();
    try (KeepingJob job = start(topics, commit);
        KafkaProducer<byte[], byte[]> producer = topics.producer()) {
      write(producer, topics, all.subList(0, warm), 0);
      job.await(warm);
      Effort effort = Effort.begin();
      Pace pace = new Pace((int) seconds);
      write(producer, topics, all.subList(warm, all.size()), (double) seconds);
      pace.await(seconds);
      return effort.spent();
    }
  }

  private KeepingJob start(Topics topics, Duration commit) throws Exception {
    return KeepingJob.start(
        folder.resolve("kept-" + topics.name()),
        folder.resolve("state-" + topics.name()),
        topics,
        commit);
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
