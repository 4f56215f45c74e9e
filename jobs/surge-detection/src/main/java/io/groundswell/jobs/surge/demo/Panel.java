package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.demo.Company.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The last three quarters of an hour at a glance: a row a product, as the job counts it. */
final class Panel {
  private static final int MINUTES = 45;
  private static final String BARS = "▁▂▃▄▅▆▇█";

  /** A bar's full height, in complaints a minute, where a product has no more than that. */
  private static final int FULL = 8;

  private final Map<String, int[]> complaints = new HashMap<>();
  private final Map<String, int[]> contacts = new HashMap<>();

  Panel() {
    for (Product product : Company.PRODUCTS) {
      complaints.put(product.id(), new int[MINUTES]);
      contacts.put(product.id(), new int[MINUTES]);
    }
  }

  /** A minute begins: what lies {@link #MINUTES} back is forgotten. */
  void begin(long minute) {
    complaints.values().forEach(row -> row[slot(minute)] = 0);
    contacts.values().forEach(row -> row[slot(minute)] = 0);
  }

  /** The job has counted complaints about a product. */
  void complaints(String product, long minute, int count) {
    complaints.get(product)[slot(minute)] += count;
  }

  /** People have called about a product. */
  void contacts(String product, long minute, int count) {
    contacts.get(product)[slot(minute)] += count;
  }

  private static int slot(long minute) {
    return (int) ((minute / Story.MINUTE) % MINUTES);
  }

  /** The rows, up to the minute that began at {@code minute}. */
  List<String> rows(String now, long minute) {
    List<String> rows = new ArrayList<>();
    rows.add("");
    rows.add(now);
    rows.add(
        String.format(Locale.ROOT, "  %-8s%-46s%11s%10s", "", "complaints", "a minute", "support"));
    for (Product product : Company.PRODUCTS) {
      int[] row = complaints.get(product.id());
      rows.add(
          String.format(
              Locale.ROOT,
              "  %-8s%s %11.1f%10.1f",
              product.name(),
              bars(row, minute),
              lately(row, minute),
              lately(contacts.get(product.id()), minute)));
    }
    return rows;
  }

  private static String bars(int[] row, long minute) {
    int most = FULL;
    for (int count : row) {
      most = Math.max(most, count);
    }
    StringBuilder bars = new StringBuilder();
    for (int back = MINUTES - 1; back >= 0; back--) {
      int count = row[slot(minute - back * Story.MINUTE)];
      bars.append(BARS.charAt(count * (BARS.length() - 1) / most));
    }
    return bars.toString();
  }

  /** A minute's count jumps about: the mean of five. */
  private static double lately(int[] row, long minute) {
    int sum = 0;
    for (int back = 0; back < 5; back++) {
      sum += row[slot(minute - back * Story.MINUTE)];
    }
    return sum / 5.0;
  }
}
