package io.groundswell.jobs.benchmark.judging;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.jobs.benchmark.feed.Feed;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.throughput.Spread;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.PostFormat;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.triage.Judgement;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What it costs to say who complains, about what and where: from the bytes of a post to its
 * subjects, on one thread, without Flink and Kafka.
 */
public final class JudgingCost {
  /** Posts a CPU-second that the whole stage has to reach. */
  private static final double HELD = 100_000;

  private static final long SPAN = 1_800_000;

  private final List<byte[]> records = new ArrayList<>();
  private final int rounds;
  private final PrintStream out;
  private final PostFormat format = new JsonPosts();
  private final LinearTriage triage = LinearTriage.shipped();
  private final Judgement judgement = new Judgement(Invented.catalogue(), Policy.defaults());

  /** What is measured, each with all that stands before it. */
  private enum Part {
    PARSED("parse"),
    TRIAGED("parse, triage"),
    COUNTED("the whole stage, as the job does it"),
    FULL("the whole stage, chatter recognised as well");

    private final String label;

    Part(String label) {
      this.label = label;
    }
  }

  /**
   * A measurement.
   *
   * @param posts how many, of the throughput table's feed
   * @param rounds that count, after one to warm up
   */
  public JudgingCost(int posts, int rounds, PrintStream out) {
    Feed feed = new Feed(posts, SPAN);
    while (feed.hasNext()) {
      records.add(feed.next().json().getBytes(StandardCharsets.UTF_8));
    }
    this.rounds = rounds;
    this.out = out;
  }

  /** Measures and prints. */
  public void print() {
    Map<Part, List<Double>> speeds = new EnumMap<>(Part.class);
    for (int round = -1; round < rounds; round++) {
      for (Part part : Part.values()) {
        double speed = speed(part);
        if (round >= 0) {
          speeds.computeIfAbsent(part, key -> new ArrayList<>()).add(speed);
        }
      }
    }
    print(speeds);
  }

  private void print(Map<Part, List<Double>> speeds) {
    out.printf(
        Locale.ROOT,
        "%nposts per CPU-second of one thread, %,d posts, median of %d rounds (least-most)%n",
        records.size(),
        rounds);
    for (Part part : Part.values()) {
      Spread spread = Spread.of(speeds.get(part));
      out.printf(
          Locale.ROOT,
          "  %-46s %,9.0f (%,.0f-%,.0f)%n",
          part.label,
          spread.median(),
          spread.least(),
          spread.most());
    }
    double whole = Spread.of(speeds.get(Part.FULL)).median();
    out.printf(
        Locale.ROOT,
        "the whole stage in full reaches %,.0f: %s%n",
        HELD,
        whole >= HELD ? "yes" : "no");
  }

  private double speed(Part part) {
    ToDoubleFunction<Post> work = work(part);
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double sum = 0;
    for (byte[] record : records) {
      sum += work.applyAsDouble(read(record));
    }
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("Nothing that is measured may be left out");
    }
    return records.size() * 1e9 / taken;
  }

  private ToDoubleFunction<Post> work(Part part) {
    return switch (part) {
      case PARSED -> Post::createdAt;
      case TRIAGED -> triage::complaint;
      case COUNTED -> post -> judgement.judgeToCount(post).recognition().subjectKeys().size();
      case FULL -> post -> judgement.judge(post).recognition().subjectKeys().size();
    };
  }

  private Post read(byte[] record) {
    try {
      return format.read(record);
    } catch (UnreadableRecord e) {
      throw new IllegalStateException("The feed's own posts can be read", e);
    }
  }
}
