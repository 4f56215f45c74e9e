package io.groundswell.jobs.surge.evaluate.suspects;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Changes and faults of a company's products over some weeks. Changes come at the rates, at the
 * hours and in clusters in which one company's status page tells of incidents (2022 to 2026); half
 * of the faults have a change of their own for a cause, from which the first complaint is some
 * minutes away, and half have none.
 */
final class History {
  /** When it begins; a Monday. */
  static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

  static final List<String> COUNTRIES = List.of("DE", "ES", "GB", "US");
  private static final List<String> COMPONENTS = List.of("checkout", "search");
  private static final List<String> KINDS = List.of("deploy", "deploy", "deploy", "config", "flag");

  /** Incidents of each of ten components, and the days in which they came. */
  private static final int[] INCIDENTS = {228, 134, 130, 127, 102, 86, 78, 76, 75, 43};

  private static final double IN_DAYS = 1_610;

  /** Incidents by the hour of the day in UTC at which they began. */
  private static final int[] BY_HOUR = {
    19, 15, 11, 20, 15, 9, 12, 20, 23, 36, 29, 22, 21, 40, 70, 73, 74, 63, 54, 51, 43, 30, 37, 32
  };

  /** So many gaps are short, a cluster's; the others are as much longer. */
  private static final double CLUSTERED = .35;

  private static final double SHORT = .15;

  /** Evidence is calibrated from the second week on. */
  private static final int FIRST_DAY = 8;

  private static final Duration APART = Duration.ofHours(6);

  /** Minutes from a change to the first complaint: median, and spread of the logarithm. */
  private static final double LAG = 6;

  private static final double SPREAD = .9;

  private final Size size;
  private final Random random;
  private final List<Made> changes = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /** The history of a seed. */
  History(long seed, Pace pace, Size size) {
    this.size = size;
    this.random = new Random(seed);
    for (int i = 0; i < (size.days() - FIRST_DAY) * 4; i++) {
      addFault(i);
    }
    for (int product = 0; product < size.products(); product++) {
      addChanges(product, pace.times() * INCIDENTS[product % INCIDENTS.length] / IN_DAYS);
    }
    changes.sort(Comparator.comparing(Made::at).thenComparing(Made::id));
  }

  Size size() {
    return size;
  }

  /** When it ends. */
  Instant end() {
    return BEGIN.plus(Duration.ofDays(size.days()));
  }

  List<Made> changes() {
    return changes;
  }

  List<Fault> faults() {
    return faults;
  }

  private void addFault(int number) {
    String product = product(number * 7 % size.products());
    String component = random.nextBoolean() ? any(COMPONENTS) : null;
    String country = random.nextInt(4) == 0 ? any(COUNTRIES) : null;
    Instant from =
        BEGIN
            .plus(Duration.ofDays(FIRST_DAY))
            .plus(APART.multipliedBy(number))
            .plusSeconds(random.nextInt(3 * 3600));
    double perMinute = .3 * Math.pow(10, random.nextDouble());
    String cause = number % 2 == 0 ? "cause-" + number : null;
    if (cause != null) {
      double lag = 60 * LAG * Math.exp(SPREAD * random.nextGaussian());
      String part = random.nextInt(3) == 0 ? null : component;
      Instant at = from.minusSeconds((long) Math.min(5 * 3600, lag));
      changes.add(new Made(cause, at, any(KINDS), product, part, country));
    }
    faults.add(new Fault(product, component, country, from, perMinute, cause));
  }

  private void addChanges(int product, double aDay) {
    double mean = 1440 / aDay;
    double rest = (1 - CLUSTERED * SHORT) / (1 - CLUSTERED);
    double minute = 0;
    int number = 0;
    while (true) {
      double gap = mean * (random.nextDouble() < CLUSTERED ? SHORT : rest);
      minute -= gap * Math.log(1 - random.nextDouble());
      Instant at = BEGIN.plusSeconds((long) (60 * minute));
      if (!at.isBefore(end())) {
        return;
      }
      Instant shifted = atUsualHour(at);
      String component = random.nextBoolean() ? any(COMPONENTS) : null;
      String country = random.nextInt(4) == 0 ? any(COUNTRIES) : null;
      String id = product(product) + "-" + number++;
      changes.add(new Made(id, shifted, any(KINDS), product(product), component, country));
    }
  }

  /** On the same day, at an hour drawn by how many come in it. */
  private Instant atUsualHour(Instant at) {
    int all = 0;
    for (int count : BY_HOUR) {
      all += count;
    }
    int drawn = random.nextInt(all);
    int hour = 0;
    while (drawn >= BY_HOUR[hour]) {
      drawn -= BY_HOUR[hour++];
    }
    long midnight = Math.floorDiv(at.getEpochSecond(), 86_400L) * 86_400;
    return Instant.ofEpochSecond(midnight + hour * 3600L + random.nextInt(3600));
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  static String product(int number) {
    return "p" + number;
  }

  static String tag(String product, @Nullable String component) {
    return component == null ? product : product + "-" + component;
  }

  Catalogue catalogue() {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < size.products(); i++) {
      String id = product(i);
      products.add(
          new Product(
              id,
              id,
              List.of(),
              List.of(),
              List.of(),
              List.of(id),
              List.of(),
              null,
              Importance.NORMAL,
              null,
              List.of(),
              COMPONENTS.stream().map(name -> component(id, name)).toList()));
    }
    return Catalogue.of(products, List.of());
  }

  private static Component component(String product, String name) {
    return new Component(name, name, List.of(), List.of(), List.of(), List.of(tag(product, name)));
  }
}
