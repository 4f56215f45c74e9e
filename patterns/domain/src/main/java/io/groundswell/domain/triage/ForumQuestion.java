package io.groundswell.domain.triage;

import java.util.regex.Pattern;

/**
 * A question asked at a product's support forum: mostly a complaint, sometimes a how-to question.
 *
 * @param title what it is about, in a line
 * @param body the rest; may be empty
 */
public record ForumQuestion(String title, String body) {
  private static final int SHORTEST_HOW_TO = 16;
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

  /** Title and body. */
  String text() {
    return title + "\n" + body;
  }

  /** Whether it asks how something is done and names no fault. */
  public boolean isHowTo() {
    return HOW_TO.matcher(title).find() && !namesFault(title) && !namesFault(body);
  }

  /** Whether its title alone shows that it is a how-to question. */
  boolean isPlainHowTo() {
    return title.length() >= SHORTEST_HOW_TO && isHowTo();
  }

  private static boolean namesFault(String text) {
    long found = TextFeatures.classesOf(text);
    return (found & FAULTS) != 0 || (found >>> 32 & WordClass.FUNCTION.bit()) != 0;
  }
}
