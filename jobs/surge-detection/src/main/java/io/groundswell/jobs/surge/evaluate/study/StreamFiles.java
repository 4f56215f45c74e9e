package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;
import io.groundswell.jobs.surge.html.Figures;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/**
 * Streams with surges as files, for {@code score} and for other programs: three streams a class,
 * five weeks, the first three of them calm.
 */
public final class StreamFiles {
  /** File of counts: gzip, one-minute buckets, those without complaints left out. */
  public static final String STREAMS = "streams.csv.gz";

  /** File of the surges in them. */
  public static final String TRUTH = "truth.csv";

  private static final int STREAMS_A_CLASS = 3;
  private static final int WEEKS = 5;
  private static final int CALM_WEEKS = 3;
  private static final double[] MULTIPLES = {1.5, 2, 3, 5, 10};
  private static final int[] LENGTHS = {60, 120, 180};
  private static final List<Shape> SHAPES = List.of(Shape.values());
  private static final int SPIKE = 5;

  private final long seed;
  private final Writer streams;
  private final Writer truth;

  /** Writes to these. */
  public StreamFiles(long seed, Writer streams, Writer truth) {
    this.seed = seed;
    this.streams = streams;
    this.truth = truth;
  }

  /** Writes all streams. */
  public void write() throws IOException {
    streams.write("key,bucket_start,count\n");
    truth.write("key,onset,end,multiple,shape\n");
    for (double rate : StreamModel.RATES) {
      for (int number = 0; number < STREAMS_A_CLASS; number++) {
        write(rate, number);
      }
    }
  }

  private void write(double rate, int number) throws IOException {
    String key = "r" + Figures.plain(rate) + "_k" + number;
    StreamName name = new StreamName(seed, Purpose.FILES, rate, number);
    ComplaintStream stream = new ComplaintStream(name, ComplaintStream.MINUTE);
    int minutes = WEEKS * StreamModel.MINUTES_A_WEEK;
    int[] counts = new int[minutes];
    double[] intensities = new double[minutes];
    for (int minute = 0; minute < minutes; minute++) {
      counts[minute] = stream.next();
      intensities[minute] = stream.intensity();
    }
    Draws draws = name.draws(3);
    int onset = CALM_WEEKS * StreamModel.MINUTES_A_WEEK + (int) draws.between(300, 900);
    while (onset < minutes - 200) {
      onset = surge(key, stream.model(), counts, intensities, onset, draws);
    }
    for (int minute = 0; minute < minutes; minute++) {
      if (counts[minute] > 0) {
        streams.write(key + "," + time(minute) + "," + counts[minute] + "\n");
      }
    }
  }

  /** Adds a surge and gives the onset of the next. */
  private int surge(
      String key, StreamModel model, int[] counts, double[] intensities, int onset, Draws draws)
      throws IOException {
    double multiple = MULTIPLES[(int) draws.between(0, MULTIPLES.length)];
    Shape shape = SHAPES.get((int) draws.between(0, SHAPES.size()));
    int length = shape == Shape.SPIKE5 ? SPIKE : LENGTHS[(int) draws.between(0, LENGTHS.length)];
    Surge surge = new Surge(multiple, shape);
    for (int j = 0; j < length; j++) {
      counts[onset + j] += surge.extra(model, intensities[onset + j], j, j + 1, draws);
    }
    truth.write(
        String.join(
                ",", key, time(onset), time(onset + length), Figures.plain(multiple), shape.label())
            + "\n");
    return onset + length + (int) draws.between(600, 1800);
  }

  private static String time(int minute) {
    return Instant.ofEpochMilli(ComplaintStream.START + minute * ComplaintStream.MINUTE).toString();
  }
}
