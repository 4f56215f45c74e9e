package io.groundswell.domain.report;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Letters;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people write words that were folded: "verspatung" is "Verspätung", "addons" "add-ons". */
final class Spelling {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’‐-]+");
  private static final Pattern AROUND = Pattern.compile("^['’‐-]+|['’‐-]+$");
  private static final Pattern WITHIN = Pattern.compile("['’‐-]");

  /** Every spelling of every folded word, and how often it occurs. */
  private final Map<String, Map<String, Integer>> spellings = new TreeMap<>();

  /** Learns from texts as people wrote them. */
  Spelling(Stream<String> texts) {
    texts.flatMap(BETWEEN::splitAsStream).forEach(this::learn);
  }

  private void learn(String written) {
    String bare = AROUND.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
    String folded = WITHIN.matcher(Folding.fold(bare)).replaceAll("");
    spellings.computeIfAbsent(plain(folded), key -> new TreeMap<>()).merge(bare, 1, Integer::sum);
  }

  private static String plain(String folded) {
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      plain.append(Letters.plain(folded.charAt(i)));
    }
    return plain.toString();
  }

  /** Folded words, apart by spaces, as most people write them. */
  String of(String words) {
    return Stream.of(words.split(" ", -1)).map(this::ofWord).collect(Collectors.joining(" "));
  }

  private String ofWord(String word) {
    return spellings.getOrDefault(word, Map.of()).entrySet().stream()
        .max(
            Comparator.comparingInt(Map.Entry<String, Integer>::getValue)
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(word);
  }
}
