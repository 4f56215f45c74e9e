package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the shipped model does on corpora of others; RATIONALE.md says which it has learned from. */
@Tag("real-data")
class RealDataTest {
  private static final Path DATA = Path.of(System.getProperty("groundswell.data", ""), "data");
  private static final Path CRISES = DATA.resolve("crisislex/ontopic_offtopic.csv.gz");
  private final LinearTriage triage = LinearTriage.shipped();

  @BeforeAll
  static void needsTheData() {
    Assumptions.assumeTrue(
        Files.isDirectory(DATA), "Skipped: the real data is not there; set -Dgroundswell.data");
  }

  @Test
  void tellsUnhappyPassengersFromOthers() throws IOException {
    Score score = score("us_airline/Tweets.csv.gz", "text", "airline_sentiment", "negative");
    reportOrder("airlines", score);
    assertThat(score.auc()).isGreaterThan(.83);
    assertThat(score.macroF1(.5)).isGreaterThan(.74);
  }

  @Test
  void tellsBugReportsFromOtherReviews() throws IOException {
    Score score = score("app_reviews/dataset_balanced_8000.csv", "review", "label", "bug report");
    reportOrder("app reviews", score);
    assertThat(score.auc()).isGreaterThan(.82);
    assertThat(score.bestMacroF1()).isGreaterThan(.72);
  }

  @Test
  void leavesTheTalkOfTheDayAlone() throws IOException {
    List<LabelledText> tweets =
        Corpora.offTopic(CRISES, Corpora::isHeldOut).stream()
            .map(text -> new LabelledText(text, false, 1))
            .toList();
    Score score = Score.of(tweets, triage::complaint);
    report("off-topic tweets", score);
    assertThat(score.falseAlarms(.9)).isLessThan(.03);
  }

  @Test
  void hearsTheSupportForum() throws IOException {
    List<LabelledText> questions = new ArrayList<>();
    for (String text : Corpora.forum(forum(2020))) {
      questions.add(new LabelledText(text, true, 1));
    }
    Score score = Score.of(questions, triage::complaint);
    report("forum 2020", score);
    assertThat(score.recall(.5)).isGreaterThan(.95);

    List<LabelledText> unfiltered = new ArrayList<>();
    for (Csv.Row row : Csv.rows(forum(2020))) {
      unfiltered.add(new LabelledText(row.get("title") + "\n" + row.get("body"), true, 1));
    }
    report("… with how-to", Score.of(unfiltered, triage::complaint));
  }

  @Test
  void trainingAgainGivesTheShippedWeights() throws IOException {
    LinearModel trained = TrainTriage.model(List.of(forum(2018), forum(2019)), CRISES);
    assertThat(trained.version()).isEqualTo(triage.version());
  }

  private static Path forum(int year) {
    return DATA.resolve("sumo_firefox/questions_" + year + ".csv.gz");
  }

  private Score score(String file, String text, String label, String positive) throws IOException {
    return Score.of(Corpora.labelled(DATA.resolve(file), text, label, positive), triage::complaint);
  }

  private static void report(String corpus, Score score) {
    System.out.printf(
        "%-18s complaints found %.3f at .5, %.3f at .9; false alarms %.4f at .5, %.4f at .9%n",
        corpus, score.recall(.5), score.recall(.9), score.falseAlarms(.5), score.falseAlarms(.9));
  }

  private static void reportOrder(String corpus, Score score) {
    report(corpus, score);
    System.out.printf(
        "%-18s AUC %.3f; macro F1 %.3f at .5, %.3f at best%n",
        "", score.auc(), score.macroF1(.5), score.bestMacroF1());
  }
}
