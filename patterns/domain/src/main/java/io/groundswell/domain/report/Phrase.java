package io.groundswell.domain.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Two telling words of a report, side by side or with one function word between them: "card was
 * declined" is "card declined".
 *
 * @param first the word before
 * @param second the word after
 */
record Phrase(Token first, Token second) {
  /** All of a report. */
  static List<Phrase> of(Reading reading) {
    List<Phrase> phrases = new ArrayList<>();
    List<Token> tokens = reading.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      for (int k = i + 1; k < tokens.size() && k <= i + 2 && tokens.get(i).telling(); k++) {
        if (tokens.get(k).telling()) {
          phrases.add(new Phrase(tokens.get(i), tokens.get(k)));
          break;
        }
      }
    }
    return phrases;
  }

  String text() {
    return first.text() + ' ' + second.text();
  }

  /** What the forms of a phrase have in common. */
  String stem() {
    return String.join(" ", stems());
  }

  List<String> stems() {
    return List.of(first.stem(), second.stem());
  }

  /** At most so usual: not more than the rarer of its words. */
  double usual() {
    return Math.min(first.usual(), second.usual());
  }
}
