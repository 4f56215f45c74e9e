package io.groundswell.jobs.benchmark.recognition;

import io.groundswell.domain.catalogue.Recogniser;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.benchmark.throughput.Spread;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many posts a CPU-second sees through, looking for 5,000 names and their misspellings. */
public final class RecognitionCost {
  private static final int NAMES = 5_000;
  private static final int DISTINCT_POSTS = 20_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int posts;
  private final int rounds;
  private final PrintStream out;

  /**
   * A measurement.
   *
   * @param posts of each round
   * @param rounds that count, after two to warm up
   */
  public RecognitionCost(int posts, int rounds, PrintStream out) {
    this.posts = posts;
    this.rounds = rounds;
    this.out = out;
  }

  /** Measures and prints. */
  public void print() {
    Babble babble = new Babble(NAMES);
    long begun = THREADS.getCurrentThreadCpuTime();
    Recogniser recogniser = new Recogniser(babble.catalogue());
    double built = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
    out.printf(Locale.ROOT, "%nRecognition: %,d names, read in %.1f s%n", NAMES, built);
    out.printf("posts of %d words    posts per CPU-second          named%n", Babble.WORDS);
    measure("plain", recogniser, babble.posts(DISTINCT_POSTS, false));
    measure("with hashtags", recogniser, babble.posts(DISTINCT_POSTS, true));
  }

  private void measure(String what, Recogniser recogniser, List<Post> feed) {
    List<Double> figures = new ArrayList<>();
    long named = 0;
    for (int round = -2; round < rounds; round++) {
      long begun = THREADS.getCurrentThreadCpuTime();
      named = named(recogniser, feed);
      double seconds = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
      if (round >= 0) {
        figures.add(posts / seconds);
      }
    }
    Spread spread = Spread.of(figures);
    String range =
        String.format(
            Locale.ROOT, "%,.0f (%,.0f-%,.0f)", spread.median(), spread.least(), spread.most());
    out.printf(Locale.ROOT, "%-20s %-28s %5.1f %%%n", what, range, 100.0 * named / posts);
  }

  private long named(Recogniser recogniser, List<Post> feed) {
    long named = 0;
    for (int i = 0; i < posts; i++) {
      if (!recogniser.recognise(feed.get(i % feed.size())).products().isEmpty()) {
        named++;
      }
    }
    return named;
  }
}
