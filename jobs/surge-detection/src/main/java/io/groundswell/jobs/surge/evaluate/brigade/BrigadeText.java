package io.groundswell.jobs.surge.evaluate.brigade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of brigades as tables for a terminal. */
public final class BrigadeText {
  private BrigadeText() {}

  /** The lines of all tables. */
  public static List<String> lines(BrigadeResult result) {
    List<String> lines = new ArrayList<>(BrigadeSentences.of(result));
    for (Duration length : result.plan().lengths()) {
      lines.add("");
      lines.add("Trials that opened an incident, in %, by how many came");
      lines.add(heading(result, length));
      result.brigades(length).forEach(row -> lines.add(line(result, row)));
      lines.add(line(result, result.people(length)));
    }
    lines.add("");
    lines.add(BrigadeSentences.hiddenTitle() + ": trials in which an incident opened");
    for (Duration length : result.plan().lengths()) {
      for (BrigadeRow row : result.hidden(length)) {
        int size = row.sizes().lastKey();
        lines.add(
            String.format(
                Locale.ROOT,
                "  %-12s %-10s %d of %d",
                row.what(),
                BrigadeSentences.time(length),
                row.opened(size),
                row.sizes().getOrDefault(size, List.of()).size()));
      }
    }
    return lines;
  }

  private static String heading(BrigadeResult result, Duration length) {
    StringBuilder line =
        new StringBuilder(
            String.format(Locale.ROOT, "  %-12s", "in " + BrigadeSentences.time(length)));
    result.plan().sizes().forEach(size -> line.append(String.format(Locale.ROOT, "%5d", size)));
    return line.append("   first    half  campaign").toString();
  }

  private static String line(BrigadeResult result, BrigadeRow row) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-12s", row.what()));
    for (int size : result.plan().sizes()) {
      line.append(String.format(Locale.ROOT, "%5.0f", 100 * row.share(size)));
    }
    return line.append(
            String.format(
                Locale.ROOT,
                "%8s%8s%8.0f %%",
                BrigadeSentences.fewest(row, 0),
                BrigadeSentences.fewest(row, .5),
                100 * row.campaigns()))
        .toString();
  }
}
