package io.groundswell.jobs.surge.evaluate.faults;

import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Word;
import io.groundswell.domain.voice.Quote;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people usually complain of: turns sayings into reports whose words know how usual they are.
 */
final class Past {
  private final Map<String, Integer> complaints = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  Past(Collection<Saying> sayings) {
    for (Saying saying : sayings) {
      complaints.merge(saying.lang(), 1, Integer::sum);
      Set<String> beginnings = new HashSet<>();
      saying.words().forEach(word -> beginnings.add(saying.lang() + Saying.beginning(word)));
      beginnings.forEach(beginning -> uses.merge(beginning, 1, Integer::sum));
    }
  }

  /** A report; its identity is {@code place}. */
  Report report(int place, Saying saying) {
    String text = saying.text();
    String shown = text.length() > Quote.LONGEST ? text.substring(0, Quote.LONGEST) : text;
    List<Word> words =
        saying.words().stream().map(word -> new Word(word, usual(saying.lang(), word))).toList();
    return new Report(
        place,
        place,
        place,
        List.of("acme"),
        false,
        new Quote("p" + place, "x", null, saying.lang(), shown),
        words);
  }

  private float usual(String lang, String word) {
    double used = uses.getOrDefault(lang + Saying.beginning(word), 0) + .5;
    return (float) Math.min(.99, used / (complaints.getOrDefault(lang, 0) + 1));
  }
}
