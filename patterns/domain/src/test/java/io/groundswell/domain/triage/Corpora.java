package io.groundswell.domain.triage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The real corpora as labelled texts. */
final class Corpora {
  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?i)\\b(firefox|mozilla|thunderbird|fire fox|quantum|ff|fx|nightly)(\\b|(?=\\d))");
  private static final Pattern HOW_TO =
      Pattern.compile(
          "(?i)^\\W*((how (do|can|to|would|should)|is there (a|any)|is it possible|can (i|you|we)"
              + "|could (i|you)|where (do|can|is)|what (is|are|does)|which|does|do you|should i"
              + "|i (would like|want|wish|need) to|como (puedo|posso|hago|faco|fazer|hacer)|jak"
              + "|nasil|hogyan|miten|kuinka)\\b|feature request|suggestion)");
  private static final int FAULTS =
      WordClass.FAULT.bit()
          | WordClass.OUTAGE.bit()
          | WordClass.CANNOT.bit()
          | WordClass.ANGER.bit()
          | WordClass.LOSS.bit()
          | WordClass.SLOW.bit()
          | WordClass.ACCESS.bit();

  private Corpora() {}

  /** Questions of the support forum; how-to questions are left out. */
  static List<String> forum(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Csv.Row row : Csv.rows(file)) {
      if (!isHowTo(row.get("title"), row.get("body"))) {
        texts.add(row.get("title") + "\n" + row.get("body"));
      }
    }
    return texts;
  }

  private static boolean isHowTo(String title, String body) {
    return HOW_TO.matcher(title).find() && !namesFault(title) && !namesFault(body);
  }

  private static boolean namesFault(String text) {
    long found = TextFeatures.classesOf(text);
    long plain = found & FAULTS;
    return plain != 0 || (found >>> 32 & WordClass.FUNCTION.bit()) != 0;
  }

  /** Forum texts as complaints to learn from, under invented product names. */
  static List<LabelledText> renamed(List<String> texts, double weight, Random random) {
    List<LabelledText> posts = new ArrayList<>();
    for (String text : texts) {
      String name = Templates.inventedName(random);
      posts.add(new LabelledText(PRODUCT.matcher(text).replaceAll(name), true, weight));
    }
    return posts;
  }

  /** Crises whose tweets are kept to measure with. */
  static boolean isHeldOut(String event) {
    return event.equals("2012_Sandy_Hurricane") || event.equals("2013_West_Texas_Explosion");
  }

  /** Tweets of a crisis collection that are about something else. */
  static List<String> offTopic(Path file, Predicate<String> event) throws IOException {
    Set<String> texts = new LinkedHashSet<>();
    for (Csv.Row row : Csv.rows(file)) {
      if (row.get("label").equals("off-topic") && event.test(row.get("event"))) {
        texts.add(row.get("tweet"));
      }
    }
    return new ArrayList<>(texts);
  }

  /**
   * A labelled corpus; a row is a complaint where its column {@code label} says {@code positive}.
   */
  static List<LabelledText> labelled(Path file, String text, String label, String positive)
      throws IOException {
    List<LabelledText> posts = new ArrayList<>();
    for (Csv.Row row : Csv.rows(file)) {
      posts.add(new LabelledText(row.get(text), positive.equals(row.get(label)), 1));
    }
    return posts;
  }
}
