package io.groundswell.jobs.notification.report;

import java.util.ArrayList;
import java.util.List;

/** What is in a report, whatever it is shown on. */
final class Reports {
  private Reports() {}

  static String title(Week week) {
    Period period = week.period();
    return period.isWeek()
        ? "Groundswell, week %s (%s to %s)"
            .formatted(period.name(), period.from(), period.until().minusDays(1))
        : "Groundswell, " + period.name();
  }

  static List<Section> sections(Records records, Week week) {
    List<Section> sections = new ArrayList<>(PeopleSections.of(records, week));
    sections.addAll(WorldSections.of(records, week));
    return sections;
  }
}
