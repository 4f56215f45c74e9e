package io.groundswell.jobs.benchmark.week;

import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Days of posts through the whole job as fast as it can, and how it is at the end of every hour.
 * The clock is the benchmark's. An hour of posts is written when the job is done with the one
 * before: the job's speed is its own, and nothing waits anywhere but in the topic.
 */
final class Week {
  private static final int LAST_MINUTE = (int) (60_000 / Hours.TICK);
  private static final int DAY = 24;

  private final Path folder;
  private final Rhythm rhythm;
  private final int hours;
  private final Consumer<String> progress;
  private final List<Sample> samples = new ArrayList<>();
  private long posts;

  /**
   * A week to be.
   *
   * @param folder new or empty
   * @param progress is told what is being done
   */
  Week(Path folder, Rhythm rhythm, int hours, Consumer<String> progress) {
    this.folder = folder;
    this.rhythm = rhythm;
    this.hours = hours;
    this.progress = progress;
  }

  /** Lives it; gives a sample for every hour. */
  List<Sample> live() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      Topics.createInput(broker.address(), "posts");
      Topics topics = new Topics(broker.address(), "posts", "week").create();
      try (Hours feed = new Hours(topics, rhythm);
          WeekProcess job = new WeekProcess(topics, folder.resolve("job"))) {
        feed.begin();
        for (int hour = 0; hour < hours; hour++) {
          samples.add(hour(feed, job, hour));
          if ((hour + 1) % DAY == 0) {
            tell(hour / DAY);
          }
        }
        posts = feed.sent();
      }
    }
    return samples;
  }

  private static Sample hour(Hours feed, WeekProcess job, int hour) throws Exception {
    long begin = Hours.START + hour * Hours.HOUR;
    List<byte[]> ticks = feed.write(hour);
    int most = ticks.size() - LAST_MINUTE;
    long cpu = job.await(begin);
    long released = System.nanoTime();
    feed.release(ticks.subList(0, most));
    long spent = job.await(begin + most * Hours.TICK) - cpu;
    long before = System.nanoTime();
    feed.release(ticks.subList(most, ticks.size()));
    job.await(begin + Hours.HOUR);
    long done = System.nanoTime();
    return job.sample()
        .with(Figure.SECONDS, (done - released) / 1e9)
        .with(Figure.CPU, spent / 1e9)
        .with(Figure.LATENCY, (done - before) / 1e9);
  }

  private void tell(int day) {
    Days days = new Days(samples, DAY);
    progress.accept(
        String.format(
            Locale.ROOT,
            "day %d of %d: state %.1f MB, %.1f s per hour",
            day + 1,
            hours / DAY,
            Figure.STATE.scaled(days.median(Figure.STATE, day)),
            days.median(Figure.SECONDS, day)));
  }

  /** How many posts came. */
  long posts() {
    return posts;
  }
}
