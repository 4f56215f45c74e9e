package io.groundswell.domain.report;

import io.groundswell.domain.catalogue.CommonWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A report with its words, those that may name a fault told from the rest.
 *
 * @param report what was read
 * @param tokens its words in their order
 * @param stems of its telling words, what their forms have in common
 */
record Reading(Report report, List<Token> tokens, Set<String> stems) {
  private static final int LONGEST = 24;

  /** Reads a report; {@code names} are folded words that name the product. */
  static Reading of(Report report, Set<String> names) {
    List<Token> tokens = new ArrayList<>();
    Set<String> stems = new HashSet<>();
    for (Word word : report.words()) {
      String text = word.text();
      boolean telling =
          text.length() <= LONGEST
              && text.chars().noneMatch(Character::isDigit)
              && !CommonWords.isFunction(text)
              && !names.contains(text);
      Token token = new Token(text, word.usual(), telling);
      tokens.add(token);
      if (telling) {
        stems.add(token.stem());
      }
    }
    return new Reading(report, tokens, stems);
  }

  String lang() {
    return report.quote().lang();
  }
}
