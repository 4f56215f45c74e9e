package io.groundswell.jobs.surge.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.domain.triage.ForumQuestion;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.domain.triage.TriageQuality;
import io.groundswell.domain.triage.TriageQuality.Judged;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the shipped model does on corpora of others; RATIONALE.md says which it has learned from. */
@Tag("real-data")
class TriageCorporaIT {
  private static final Path DATA = Path.of(System.getProperty("groundswell.data", "."), "data");
  private static final Path CRISES = DATA.resolve("crisislex/ontopic_offtopic.csv.gz");
  private static final Set<String> HELD_OUT =
      Set.of("2012_Sandy_Hurricane", "2013_West_Texas_Explosion");

  private final LinearTriage triage = LinearTriage.shipped();

  @BeforeAll
  static void needsTheData() {
    assumeTrue(Files.isDirectory(DATA), "skipped: no real data beside the project at " + DATA);
  }

  @Test
  void tellsUnhappyPassengersFromOthers() throws IOException {
    TriageQuality quality = judged("us_airline/Tweets.csv.gz", "text", "airline_sentiment");
    report("airlines", quality);
    assertThat(quality.auc()).isGreaterThan(.84);
    assertThat(quality.macroF1(.5)).isGreaterThan(.75);
  }

  @Test
  void tellsBugReportsFromOtherReviews() throws IOException {
    TriageQuality quality = judged("app_reviews/dataset_balanced_8000.csv", "review", "label");
    report("app reviews", quality);
    assertThat(quality.auc()).isGreaterThan(.86);
    assertThat(quality.bestMacroF1()).isGreaterThan(.74);
  }

  @Test
  void leavesTheTalkOfTheDayAlone() throws IOException {
    TriageQuality quality =
        judged(
            CRISES,
            "tweet",
            row -> row.cell("label").equals("off-topic") && HELD_OUT.contains(row.cell("event")),
            row -> false);
    report("off-topic tweets", quality);
    assertThat(quality.falseAlarms(.9)).isLessThan(.03);
  }

  @Test
  void hearsTheSupportForum() throws IOException {
    List<Judged> faults = new ArrayList<>();
    try (CsvTable table = open(DATA.resolve("sumo_firefox/questions_2020.csv.gz"))) {
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        ForumQuestion question = new ForumQuestion(row.cell("title"), row.cell("body"));
        if (!question.isHowTo()) {
          double p = triage.complaint(question.title() + "\n" + question.body());
          faults.add(new Judged(p, true));
        }
      }
    }
    TriageQuality quality = TriageQuality.of(faults);
    report("forum 2020", quality);
    assertThat(quality.recall(.5)).isGreaterThan(.93);
  }

  @Test
  void trainingAgainGivesTheShippedWeights() throws IOException {
    Training training =
        Training.anew(
            List.of(
                DATA.resolve("sumo_firefox/questions_2018.csv.gz").toString(),
                DATA.resolve("sumo_firefox/questions_2019.csv.gz").toString()),
            CRISES.toString());
    assertThat(training.model().version()).isEqualTo(triage.version());
  }

  private TriageQuality judged(String file, String text, String label) throws IOException {
    Set<String> complaints = Set.of("negative", "bug report");
    return judged(
        DATA.resolve(file), text, row -> true, row -> complaints.contains(row.cell(label)));
  }

  private TriageQuality judged(
      Path file, String text, Predicate<CsvTable.Row> taken, Predicate<CsvTable.Row> complaint)
      throws IOException {
    List<Judged> judged = new ArrayList<>();
    try (CsvTable table = open(file)) {
      boolean more = true;
      while (more) {
        try {
          CsvTable.Row row = table.next();
          more = row != null;
          if (row != null && taken.test(row)) {
            judged.add(new Judged(triage.complaint(row.cell(text)), complaint.test(row)));
          }
        } catch (BadInput brokenRow) {
          // Some of these texts hold line ends of their own.
        }
      }
    }
    return TriageQuality.of(judged);
  }

  /** Whatever its columns are. */
  private static CsvTable open(Path file) throws IOException {
    return CsvTable.open(file.toString(), List.of(), headings());
  }

  private static List<String> headings() {
    return List.of(
        "id",
        "created_utc",
        "product",
        "locale",
        "topic",
        "tags",
        "title",
        "body",
        "author",
        "tweet id",
        "tweet",
        "label",
        "event",
        "ID",
        "review",
        "tweet_id",
        "airline_sentiment",
        "airline_sentiment_confidence",
        "negativereason",
        "negativereason_confidence",
        "airline",
        "airline_sentiment_gold",
        "name",
        "negativereason_gold",
        "retweet_count",
        "text",
        "tweet_coord",
        "tweet_created",
        "tweet_location",
        "user_timezone");
  }

  private static void report(String corpus, TriageQuality quality) {
    StringBuilder line = new StringBuilder(corpus);
    if (quality.complaints() > 0) {
      add(line, "complaints found %.3f at .5, %.3f at .9", quality.recall(.5), quality.recall(.9));
    }
    if (quality.complaints() < quality.posts()) {
      add(
          line,
          "false alarms %.4f at .5, %.4f at .9",
          quality.falseAlarms(.5),
          quality.falseAlarms(.9));
    }
    if (quality.complaints() > 0 && quality.complaints() < quality.posts()) {
      add(line, "AUC %.3f", quality.auc());
      add(line, "macro F1 %.3f at .5, %.3f at best", quality.macroF1(.5), quality.bestMacroF1());
      add(
          line,
          "precision %.2f where half, %.2f where four in five are found",
          quality.precisionAtRecall(.5),
          quality.precisionAtRecall(.8));
    }
    System.out.println(line);
  }

  private static void add(StringBuilder line, String format, Object... figures) {
    line.append("; ").append(String.format(Locale.ROOT, format, figures));
  }
}
