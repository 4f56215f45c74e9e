package io.groundswell.domain.triage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Trains the shipped weights. Arguments: the forum's files, the crisis tweets' file, the file to
 * write. The same inputs give the same weights, bit for bit.
 */
final class TrainTriage {
  private static final double COST = .8;
  private static final double FORUM = .2;
  private static final double TITLE = .05;
  private static final double OFF_TOPIC = .05;
  private static final int COPIES = 12;
  private static final int FOLDS = 5;
  private static final long SEED = 7;

  private final List<LabelledText> learned = new ArrayList<>();
  private final List<LabelledText> heldOut = new ArrayList<>();

  private TrainTriage() {}

  /** Entry point. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      throw new IllegalArgumentException("Usage: FORUM.csv.gz... CRISIS_TWEETS.csv.gz WEIGHTS");
    }
    List<Path> files = Arrays.stream(arguments).map(Path::of).toList();
    int forums = files.size() - 2;
    LinearModel model = model(files.subList(0, forums), files.get(forums));
    try (OutputStream out = Files.newOutputStream(files.get(forums + 1))) {
      model.write(out);
    }
    System.out.println("Triage model " + model.version());
  }

  static LinearModel model(List<Path> forum, Path crisisTweets) throws IOException {
    TrainTriage training = new TrainTriage();
    for (String language : Lexicon.LANGUAGES) {
      training.split(Templates.expanded(language, COPIES));
    }
    List<String> questions = new ArrayList<>();
    for (Path file : forum) {
      questions.addAll(Corpora.forum(file));
    }
    training.split(apart(Corpora.renamed(questions, FORUM, new Random(SEED))));
    // Titles alone are as short as posts on a network.
    List<String> titles = questions.stream().map(TrainTriage::title).toList();
    training.split(apart(Corpora.renamed(titles, TITLE, new Random(SEED))));
    List<String> tweets = Corpora.offTopic(crisisTweets, event -> !Corpora.isHeldOut(event));
    training.split(
        apart(tweets.stream().map(text -> new LabelledText(text, false, OFF_TOPIC)).toList()));
    return TriageTrainer.trainCalibrated(training.learned, training.heldOut, COST);
  }

  private static String title(String question) {
    return question.substring(0, question.indexOf('\n'));
  }

  private static List<List<LabelledText>> apart(List<LabelledText> texts) {
    return texts.stream().map(List::of).toList();
  }

  /** Holds out every fifth group, so that no template is on both sides. */
  private void split(List<List<LabelledText>> groups) {
    for (int i = 0; i < groups.size(); i++) {
      (i % FOLDS == 0 ? heldOut : learned).addAll(groups.get(i));
    }
  }
}
