package io.groundswell.domain.report;

import io.groundswell.domain.catalogue.Languages;
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
 * @param components keys of the components that it is about and most others are not
 */
record Reading(Report report, List<Token> tokens, Set<String> stems, List<String> components) {
  private static final int LONGEST = 24;

  /**
   * Reads a report.
   *
   * @param names folded words that name the product
   * @param everybodys subjects that tell nothing, since most reports are about them
   */
  static Reading of(Report report, Set<String> names, Set<String> everybodys) {
    List<Token> tokens = new ArrayList<>();
    Set<String> stems = new HashSet<>();
    for (Word word : report.words()) {
      String text = word.text();
      boolean telling =
          text.length() <= LONGEST
              && text.chars().noneMatch(Character::isDigit)
              && !Languages.isCommon(text)
              && !names.contains(text);
      Token token = new Token(text, word.usual(), telling);
      tokens.add(token);
      if (telling) {
        stems.add(token.stem());
      }
    }
    List<String> components =
        report.subjects().stream()
            .filter(subject -> subject.indexOf('/') >= 0 && !everybodys.contains(subject))
            .toList();
    return new Reading(report, tokens, stems, components);
  }

  String lang() {
    return report.quote().lang();
  }
}
