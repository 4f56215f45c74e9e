package io.groundswell.domain.report;

import io.groundswell.domain.voice.GistReader;
import io.groundswell.domain.voice.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reports for tests: what people say, and which words of it the product's past knows. */
final class Told {
  private final List<Report> reports = new ArrayList<>();
  private final Map<String, Float> usual = new HashMap<>();
  private String component = "";

  /** Words that so many of the product's past complaints use; others are in one of a hundred. */
  Told usually(double share, String... words) {
    for (String word : words) {
      usual.put(word, (float) share);
    }
    return this;
  }

  /** The reports that follow are about a component. */
  Told about(String key) {
    component = key;
    return this;
  }

  Told say(String lang, String... texts) {
    for (String text : texts) {
      GistReader reader = new GistReader();
      reader.read(text);
      List<Word> words =
          new LinkedHashSet<>(reader.words())
              .stream().map(word -> new Word(word, usual.getOrDefault(word, .01f))).toList();
      long place = reports.size();
      List<String> subjects = component.isEmpty() ? List.of("acme") : List.of("acme", component);
      Quote quote = new Quote("p" + place, "x", null, lang, text);
      reports.add(new Report(60_000 * place, place, place, subjects, false, quote, words));
    }
    return this;
  }

  List<Report> reports() {
    return List.copyOf(reports);
  }

  Commonality common(String... names) {
    return new Commonalities().of(reports, List.of(names));
  }
}
