package io.groundswell.jobs.benchmark.history;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;

/**
 * The rows of one day in the table's order, always the same. Each subject has complaints in one
 * minute of ten; no figure repeats, as none does that the job writes. One record serves all rows.
 */
final class VolumeDay {
  static final int MINUTES = 1_440;
  private static final double ACTIVE = .1;
  private static final double ELEVATED = 9;
  private static final double EXTREME = 11;

  private final List<Watched> subjects;
  private final SplittableRandom random;
  private final OffsetDateTime[] minutes = new OffsetDateTime[MINUTES];
  private final double[] season = new double[MINUTES];

  VolumeDay(List<Watched> subjects, LocalDate day) {
    this.subjects = subjects;
    this.random = new SplittableRandom(day.toEpochDay() * 0x9E3779B97F4A7C15L);
    OffsetDateTime midnight = day.atStartOfDay().atOffset(ZoneOffset.UTC);
    for (int minute = 0; minute < MINUTES; minute++) {
      minutes[minute] = midnight.plusMinutes(minute);
      season[minute] = 1 + .6 * Math.sin(2 * Math.PI * (minute - 480) / MINUTES);
    }
  }

  /** Gives every row of the day to a writer, as one record that changes. */
  long rows(Schema schema, Consumer<Record> writer) {
    Record row = GenericRecord.create(schema);
    Columns columns = new Columns(schema);
    long rows = 0;
    for (Watched subject : subjects) {
      columns.subject(row, subject);
      double drift = 1 + .2 * random.nextDouble();
      for (int minute = next(-1); minute < MINUTES; minute = next(minute)) {
        columns.time(row, minutes[minute]);
        fill(row, columns, subject.rate() * season[minute] * drift);
        writer.accept(row);
        rows++;
      }
    }
    return rows;
  }

  /**
   * Gives the rows of some of the day's minutes as the job writes them: a minute after the other,
   * subjects in no order.
   */
  void unsorted(Schema schema, int from, int until, Consumer<Record> writer) {
    Record row = GenericRecord.create(schema);
    Columns columns = new Columns(schema);
    for (int minute = from; minute < until; minute++) {
      columns.time(row, minutes[minute]);
      for (int i = next(-1); i < subjects.size(); i = next(i)) {
        // A step that has no common divisor with the size comes by every subject once.
        Watched subject = subjects.get((int) (i * 1_000_003L % subjects.size()));
        columns.subject(row, subject);
        fill(row, columns, subject.rate() * season[minute]);
        writer.accept(row);
      }
    }
  }

  /** The next that is active, minutes of a subject or subjects of a minute. */
  private int next(int last) {
    return last + 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - ACTIVE));
  }

  private void fill(Record row, Columns columns, double rate) {
    int observed = 1 + poisson(rate);
    int posts = observed + (random.nextInt(10) == 0 ? 1 : 0);
    double expected = ACTIVE * (1 + rate) * (.9 + .2 * random.nextDouble());
    double evidence = -1.5 * Math.log(1 - random.nextDouble());
    String level = evidence < ELEVATED ? "calm" : evidence < EXTREME ? "elevated" : "extreme";
    columns.figures(row, observed, posts, sixDigits(expected), sixDigits(evidence), level);
  }

  private int poisson(double rate) {
    double least = Math.exp(-rate);
    int count = 0;
    for (double left = random.nextDouble(); left > least; left *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** As the job writes its figures; exact, since both whole numbers are. */
  static double sixDigits(double value) {
    if (value == 0) {
      return 0;
    }
    int power = 5 - (int) Math.floor(Math.log10(value));
    double scale = Math.pow(10, Math.abs(power));
    return power >= 0 ? Math.rint(value * scale) / scale : Math.rint(value / scale) * scale;
  }

  /** Places of the columns. */
  private static final class Columns {
    private final int subject;
    private final int bucket;
    private final int observed;

    Columns(Schema schema) {
      subject = place(schema, "subject");
      bucket = place(schema, "bucket_start");
      observed = place(schema, "observed");
    }

    private static int place(Schema schema, String column) {
      return schema.columns().indexOf(schema.findField(column));
    }

    void subject(Record row, Watched one) {
      row.set(subject, one.key());
      row.set(subject + 1, one.scope());
      row.set(subject + 2, one.product());
      row.set(subject + 3, one.component());
      row.set(subject + 4, one.region());
      row.set(subject + 5, one.term());
    }

    void time(Record row, OffsetDateTime minute) {
      row.set(bucket, minute);
    }

    void figures(
        Record row, int observers, int posts, double expected, double evidence, String level) {
      row.set(observed, observers);
      row.set(observed + 1, posts);
      row.set(observed + 2, expected);
      row.set(observed + 3, evidence);
      row.set(observed + 4, level);
    }
  }
}
