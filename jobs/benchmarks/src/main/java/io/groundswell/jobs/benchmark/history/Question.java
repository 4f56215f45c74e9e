package io.groundswell.jobs.benchmark.history;

import java.time.LocalDate;
import java.util.List;

/** What is asked of the year. */
enum Question {
  DAY_BY_PRODUCT("(a) a day by product and hour", 1, 2),
  YEAR_BY_REGION("(b) all days by region and month", 5, 2),
  YEAR_BY_PRODUCT_AND_REGION("(c) all days by product, region and month", Double.NaN, Double.NaN),
  SUBJECT("(d) one subject by day", Double.NaN, Double.NaN);

  private final String label;
  private final double seconds;
  private final double gigabytes;

  Question(String label, double seconds, double gigabytes) {
    this.label = label;
    this.seconds = seconds;
    this.gigabytes = gigabytes;
  }

  String label() {
    return label;
  }

  /** How long it may take; not a number where nothing was promised. */
  double seconds() {
    return seconds;
  }

  /** How much memory it may take. */
  double gigabytes() {
    return gigabytes;
  }

  /**
   * The question in SQL.
   *
   * @param days how many days there are
   */
  String sql(int days, List<Watched> subjects) {
    return switch (this) {
      case DAY_BY_PRODUCT -> {
        LocalDate day = Year.FIRST.plusDays(days / 2);
        yield """
            SELECT product, hour, complaints FROM complaints_per_hour
            WHERE scope = 'product' AND hour >= '%s' AND hour < '%s' ORDER BY ALL"""
            .formatted(day, day.plusDays(1));
      }
      case YEAR_BY_REGION ->
          """
          SELECT region, date_trunc('month', day) AS month, sum(complaints) AS complaints
          FROM complaints_per_day WHERE scope = 'region' GROUP BY ALL ORDER BY ALL""";
      case YEAR_BY_PRODUCT_AND_REGION ->
          """
          SELECT product, region, date_trunc('month', day) AS month, sum(complaints) AS complaints
          FROM complaints_per_day WHERE scope = 'product_region' GROUP BY ALL ORDER BY ALL""";
      case SUBJECT ->
          "SELECT day, complaints FROM complaints_per_day WHERE subject = '%s' ORDER BY day"
              .formatted(middle(subjects).key());
    };
  }

  private static Watched middle(List<Watched> subjects) {
    List<Watched> pairs =
        subjects.stream().filter(subject -> subject.scope().equals("product_region")).toList();
    return pairs.get(pairs.size() / 2);
  }
}
