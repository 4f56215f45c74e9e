package io.groundswell.domain.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How clearly a report says what is wrong: as much of what sets the surge apart as fits into a
 * sentence or two, neither shouted nor made of hashtags.
 */
final class Clarity {
  private static final Pattern ADDRESSES = Pattern.compile("https?://\\S+|[@#][\\p{L}\\p{N}_]+");
  private static final int SHORT = 40;
  private static final int LONG = 180;
  private static final int CUT = 236;
  private static final int MOST_HASHTAGS = 2;
  private static final int MOST_HANDLES = 3;

  /** Telling words. Fewer are "same here". */
  private static final int LEAST_WORDS = 3;

  /** More findings in one text are a list of everything. */
  private static final double MOST_TOLD = 1.5;

  private final List<Finding> findings;
  private final Sketcher sketcher;

  /** By what the surge's reports say. */
  Clarity(List<Finding> findings, Sketcher sketcher) {
    this.findings = findings;
    this.sketcher = sketcher;
  }

  /** How clear a report is; larger is clearer. */
  double of(Reading reading) {
    String text = reading.report().quote().text();
    double told =
        findings.stream()
            .filter(finding -> finding.isIn(reading))
            .mapToDouble(finding -> finding.symptom().share())
            .sum();
    double clarity = (.4 + Math.min(MOST_TOLD, told)) * length(text) * manners(text);
    clarity *= sketcher.saysWhatIsWrong(text) ? 1 : .6;
    clarity *= sketcher.isAside(text) ? .6 : 1;
    clarity *= reading.report().linked() ? .7 : 1;
    boolean wordless = reading.tokens().isEmpty();
    return wordless || reading.stems().size() >= LEAST_WORDS ? clarity : clarity * .4;
  }

  private static double length(String text) {
    int letters = ADDRESSES.matcher(text).replaceAll("").strip().length();
    if (text.length() >= CUT) {
      return .5;
    }
    if (letters < SHORT) {
      return .3 + .7 * letters / SHORT;
    }
    return letters <= LONG ? 1 : .7;
  }

  private static double manners(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    double manners = capitals > .6 * letters ? .5 : 1;
    manners *= text.chars().filter(c -> c == '#').count() > MOST_HASHTAGS ? .5 : 1;
    manners *= text.chars().filter(c -> c == '@').count() > MOST_HANDLES ? .6 : 1;
    return text.startsWith("RT @") ? manners * .5 : manners;
  }
}
