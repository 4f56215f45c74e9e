package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Recovery;
import io.groundswell.domain.briefing.Recovery.OfRegion;
import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Table;

/** What posts say of an incident's end. */
final class EndSection {
  private static final int MOST = 12;

  private EndSection() {}

  /** The section of the page; empty where nothing is known. */
  static String section(Recovery recovery, Moments moments) {
    boolean known = recovery.peak() > 0 || recovery.backUp() > 0;
    if (!known && recovery.regions().isEmpty()) {
      return "";
    }
    return "<section>\n<h2>Is it over?</h2>\n"
        + (known ? "<p>%s</p>\n".formatted(summary(recovery, moments)) : "")
        + table(recovery)
        + "</section>\n";
  }

  private static String summary(Recovery recovery, Moments moments) {
    StringBuilder text = new StringBuilder();
    if (recovery.peak() > 0) {
      String trend =
          recovery.falling() ? "Complaints are falling" : "Complaints are not falling yet";
      String peakAt = recovery.peakAt() > 0 ? " at " + moments.utc(recovery.peakAt()) : "";
      text.append(
          Texts.filled(
              "<strong>%s</strong>: %,d in the last ten minutes, %,d at the peak%s. ",
              trend, recovery.now(), recovery.peak(), peakAt));
    }
    return text.append(worksAgain(recovery.backUp())).toString();
  }

  private static String worksAgain(int people) {
    if (people == 0) {
      return "";
    }
    String say = people == 1 ? "person says" : "people say";
    return Texts.filled("At least %,d %s that it works again.", people, say);
  }

  private static String table(Recovery recovery) {
    if (recovery.regions().isEmpty()) {
      return "";
    }
    String caption = "Complaints in ten minutes, and people who say that it works again";
    Table table = new Table(caption, "Place", "peak", "now", "works again");
    recovery.regions().stream().limit(MOST).forEach(region -> table.row(cells(region)));
    return table.html();
  }

  private static Cell[] cells(OfRegion region) {
    return new Cell[] {
      Cell.text(region.name()), figure(region.peak()), figure(region.now()), figure(region.backUp())
    };
  }

  private static Cell figure(int count) {
    return Cell.figure(Texts.filled("%,d", count));
  }
}
