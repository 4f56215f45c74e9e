package io.groundswell.domain.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * How the shipped weights are made: our own templates in every language, questions of a support
 * forum as complaints, tweets about nothing in particular as chatter. RATIONALE.md says why these
 * and why so much of each. The same inputs give the same weights, bit for bit.
 */
public final class Recipe {
  private static final double COST = .7;

  /** Of a template in another language than English: there are fourteen others. */
  private static final double OTHER_LANGUAGE = .4;

  private static final double FORUM = .2;
  private static final double TITLE = .05;
  private static final double HOW_TO = .3;
  private static final double OFF_TOPIC = .12;
  private static final int COPIES = 12;
  private static final int FOLDS = 5;
  private static final long SEED = 7;

  /** Names of the forum's products: they are swapped for invented ones, so that none is learned. */
  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?i)\\b(firefox|mozilla|thunderbird|fire fox|quantum|ff|fx|nightly)(\\b|(?=\\d))");

  private final List<LabelledText> learned = new ArrayList<>();
  private final List<LabelledText> heldOut = new ArrayList<>();

  private Recipe() {}

  /**
   * Learns.
   *
   * @param forum questions of a support forum, in their order
   * @param offTopic posts that complain about nothing, in their order
   */
  public static LinearModel train(List<ForumQuestion> forum, List<String> offTopic) {
    Recipe recipe = new Recipe();
    for (String language : Lexicon.LANGUAGES) {
      double weight = language.equals("en") ? 1 : OTHER_LANGUAGE;
      recipe.split(Templates.expanded(language, COPIES, weight));
    }
    List<ForumQuestion> faults = forum.stream().filter(question -> !question.isHowTo()).toList();
    recipe.learn(faults.stream().map(ForumQuestion::text).toList(), true, FORUM);
    // Titles alone are as short as posts on a network.
    recipe.learn(faults.stream().map(ForumQuestion::title).toList(), true, TITLE);
    recipe.learn(offTopic, false, OFF_TOPIC);
    recipe.learn(
        forum.stream().filter(ForumQuestion::isPlainHowTo).map(ForumQuestion::title).toList(),
        false,
        HOW_TO);
    return TriageTrainer.trainCalibrated(recipe.learned, recipe.heldOut, COST);
  }

  private void learn(List<String> texts, boolean complaint, double weight) {
    Random random = new Random(SEED);
    List<List<LabelledText>> posts = new ArrayList<>();
    for (String text : texts) {
      String renamed = PRODUCT.matcher(text).replaceAll(Templates.inventedName(random));
      posts.add(List.of(new LabelledText(renamed, complaint, weight)));
    }
    split(posts);
  }

  /** Holds out every fifth group, so that no template is on both sides. */
  private void split(List<List<LabelledText>> groups) {
    for (int i = 0; i < groups.size(); i++) {
      (i % FOLDS == 0 ? heldOut : learned).addAll(groups.get(i));
    }
  }
}
