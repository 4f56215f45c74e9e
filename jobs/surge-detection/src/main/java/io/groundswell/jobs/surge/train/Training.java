package io.groundswell.jobs.surge.train;

import io.groundswell.domain.triage.Adaptation;
import io.groundswell.domain.triage.ForumQuestion;
import io.groundswell.domain.triage.LabelledText;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.Recipe;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.CsvTable;
import io.groundswell.jobs.surge.evaluate.triage.LabelledFile;
import io.groundswell.jobs.surge.evaluate.triage.LabelledPost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model and what it was made of.
 *
 * @param model the model
 * @param inputs the files that it has learned from
 * @param from the model that it has learned on from; null where it was made anew
 * @param adaptation how well it did by cross-validation; null where it was made anew
 */
public record Training(
    LinearModel model,
    List<NamedInput> inputs,
    @Nullable LinearModel from,
    @Nullable Adaptation adaptation) {
  private static final List<String> FORUM_UNUSED =
      List.of("id", "created_utc", "product", "locale", "topic", "tags", "author");

  /**
   * Makes the shipped model anew.
   *
   * @param forum questions of a support forum: CSV with {@code title,body}
   * @param tweets tweets of crises: CSV with {@code tweet,label,event}; those labelled {@code
   *     off-topic} are learned, but for two crises that are kept to measure with
   */
  public static Training anew(List<String> forum, String tweets) throws IOException {
    List<NamedInput> inputs = new ArrayList<>();
    List<ForumQuestion> questions = new ArrayList<>();
    for (String path : forum) {
      List<ForumQuestion> read = questions(path);
      questions.addAll(read);
      inputs.add(NamedInput.of(path, read.size(), "complaints, and how-to questions as chatter"));
    }
    OffTopic offTopic = OffTopic.read(tweets);
    inputs.add(NamedInput.of(tweets, offTopic.texts().size(), offTopic.as()));
    return new Training(Recipe.train(questions, offTopic.texts()), inputs, null, null);
  }

  /**
   * Teaches a model posts that people have labelled, one by one or by the incidents that show them.
   *
   * @param labelled CSV with {@code id,text,label}; empty for none
   * @param verdicts files of answers to incidents; may be empty
   * @param incidents the incidents that they are about; empty for none
   * @throws BadInput where there are too few of a kind to learn from
   */
  public static Training on(
      LinearModel from, String labelled, List<String> verdicts, String incidents)
      throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    List<NamedInput> inputs = new ArrayList<>();
    if (!labelled.isEmpty()) {
      LabelledFile.read(labelled).stream().map(LabelledPost::toLearn).forEach(texts::add);
      inputs.add(NamedInput.of(labelled, texts.size(), "as labelled"));
    }
    if (!verdicts.isEmpty()) {
      List<LabelledText> judged = JudgedExamples.read(verdicts, incidents);
      texts.addAll(judged);
      inputs.add(NamedInput.of(incidents, judged.size(), "by the verdicts on their incidents"));
    }
    long complaints = texts.stream().filter(LabelledText::complaint).count();
    if (Math.min(complaints, texts.size() - complaints) < Adaptation.FEWEST_OF_A_KIND) {
      throw new BadInput(
          "%s has %d complaints and %d others; label at least %d of each"
              .formatted(
                  labelled.isEmpty() ? incidents : labelled,
                  complaints,
                  texts.size() - complaints,
                  Adaptation.FEWEST_OF_A_KIND));
    }
    Adaptation adaptation = Adaptation.of(from, texts);
    return new Training(adaptation.model(), List.copyOf(inputs), from, adaptation);
  }

  private static List<ForumQuestion> questions(String path) throws IOException {
    List<ForumQuestion> questions = new ArrayList<>();
    try (CsvTable table = CsvTable.open(path, List.of("title", "body"), FORUM_UNUSED)) {
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        questions.add(new ForumQuestion(row.cell("title"), row.cell("body")));
      }
    }
    return questions;
  }
}
