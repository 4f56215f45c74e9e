package io.groundswell.jobs.surge.evaluate.study;

import java.time.Instant;

/**
 * One generated stream, drawn bucket by bucket. Its name decides all of it; the intensity does not
 * depend on the width of a bucket.
 */
final class ComplaintStream {
  /** Start of every stream's first bucket, a Monday, in epoch milliseconds. */
  static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

  static final long MINUTE = 60_000;

  static final long WEEK = 7 * 24 * 60 * MINUTE;

  /** Time constant of the wander, in minutes (an Ornstein-Uhlenbeck process). */
  private static final double WANDER_MINUTES = 240;

  private final StreamModel model;
  private final Draws wandering;
  private final Draws counting;
  private final long width;
  private long next = START;
  private int minute;
  private double wander;
  private double day = 1;
  private double ofMinute;
  private double intensity;

  /**
   * The stream of a name.
   *
   * @param width width of a bucket in milliseconds: a divisor or a multiple of a minute
   */
  ComplaintStream(StreamName name, long width) {
    this.model = StreamModel.of(name.rate(), name.number(), name.draws(0));
    this.wandering = name.draws(1);
    this.counting = name.draws(2);
    this.width = width;
  }

  /** What streams are drawn for. */
  enum Purpose {
    /** Thresholds are fitted on these. */
    CALIBRATION(1),
    /** Surges are put into these. */
    SURGES(2),
    /** False alarms are counted on these. */
    CALM(3),
    /** Subjects that share one budget. */
    SHARED(4),
    /** Streams for files. */
    FILES(5),
    /** Subjects whose product is changed. */
    CHANGES(6);

    private final int number;

    Purpose(int number) {
      this.number = number;
    }

    /** What a name says of it. */
    int number() {
      return number;
    }
  }

  StreamModel model() {
    return model;
  }

  /** Start of the bucket that {@link #next} will draw, epoch milliseconds. */
  long time() {
    return next;
  }

  /** Draws the next bucket: its count. */
  int next() {
    if (width >= MINUTE) {
      intensity = 0;
      for (long passed = 0; passed < width; passed += MINUTE) {
        intensity += minuteIntensity();
      }
    } else {
      if (next % MINUTE == 0) {
        ofMinute = minuteIntensity();
      }
      intensity = ofMinute * width / MINUTE;
    }
    next += width;
    return model.count(intensity, counting);
  }

  /** Expected posts without duplicates in the bucket just drawn. */
  double intensity() {
    return intensity;
  }

  private double minuteIntensity() {
    double seasonal = model.rate * model.season[minute % StreamModel.MINUTES_A_WEEK];
    if (model.wander > 0) {
      if (minute % StreamModel.MINUTES_A_DAY == 0) {
        day = Math.exp(.5 * model.wander * wandering.gaussian());
      }
      double step = model.wander * wandering.gaussian();
      wander =
          minute == 0
              ? step
              : wander * (1 - 1 / WANDER_MINUTES) + step * Math.sqrt(2 / WANDER_MINUTES);
      seasonal *= Math.exp(wander - model.wander * model.wander / 2) * day;
    }
    minute++;
    return seasonal / (1 + model.duplicates);
  }
}
