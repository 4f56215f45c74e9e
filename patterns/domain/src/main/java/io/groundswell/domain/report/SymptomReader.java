package io.groundswell.domain.report;

import io.groundswell.domain.catalogue.Languages;
import io.groundswell.domain.post.Letters;
import io.groundswell.domain.triage.Meanings;
import io.groundswell.domain.voice.GistReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what a single post complains of, in words that all languages share: the concepts that its
 * words name, in their order, and then what the lexicons know of it. Nobody asks how usual that is;
 * what sets an incident's posts apart is found among many. A concept is named even where it is
 * denied.
 *
 * <p>Reusable, not thread-safe.
 */
public final class SymptomReader {
  /** So many are told of a post. */
  public static final int MOST = 5;

  private static final int LONGEST_WORD = 24;

  /** Words whose concepts are remembered. */
  private static final int MOST_KNOWN = 1 << 14;

  /** What a meaning is called, unless a concept says it already. */
  private record Name(String meaning, String label, Set<String> concepts) {}

  private static final List<Name> TELLING =
      List.of(
          new Name("OUTAGE", "outage", Set.of()),
          new Name("DELAY", "delay", Set.of("boarding", "queue")),
          new Name("LOSS", "loss", Set.of("save")),
          new Name(
              "MONEY", "money", Set.of("payment", "card", "billing", "refund", "price", "refused")),
          new Name("CANCEL", "cancelled", Set.of()),
          new Name("ACCESS", "access", Set.of("login", "account", "code", "blocked")),
          new Name("SLOW", "slow", Set.of()),
          new Name("QUALITY", "quality", Set.of()));

  /** Everybody says so: told where nothing else is known. */
  private static final List<Name> VAGUE =
      List.of(
          new Name("not FUNCTION", "not working", Set.of()),
          new Name("FAULT", "fault", Set.of()),
          new Name("CANNOT", "cannot", Set.of()),
          new Name("SERVICE", "service", Set.of()));

  /** "Cannot log in" and "down, cannot pay" deny no complaint; "not lost" does. */
  private static final Set<String> DENIED = Set.of("CANNOT", "ACCESS", "OUTAGE");

  private final Concepts concepts = Concepts.shipped();
  private final Meanings meanings = new Meanings();
  private final GistReader reader = new GistReader();
  private final Map<String, Set<String>> known = new HashMap<>();

  /** At most {@value #MOST} symptoms of a text, the same for the same text. */
  public List<String> read(String text) {
    Set<String> found = new LinkedHashSet<>();
    words(text, found);
    if (text.chars().anyMatch(c -> Letters.isSpaceless((char) c))) {
      found.addAll(concepts.ofSpaceless(text));
    }
    List<String> said = new ArrayList<>(meanings.of(text));
    meanings.denied().stream().filter(DENIED::contains).forEach(said::add);
    name(TELLING, said, found);
    if (found.isEmpty()) {
      name(VAGUE, said, found);
    }
    return found.stream().limit(MOST).toList();
  }

  private void words(String text, Set<String> found) {
    reader.read(text);
    String before = "";
    for (String word : reader.words()) {
      found.addAll(concepts.ofPhrase(before, word));
      found.addAll(concepts(word));
      before = word;
    }
  }

  private Collection<String> concepts(String word) {
    if (word.length() > LONGEST_WORD) {
      return Set.of();
    }
    if (known.size() == MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(
        word, one -> Languages.isCommon(one) ? Set.of() : concepts.ofWord(one));
  }

  private static void name(List<Name> names, List<String> said, Set<String> found) {
    for (Name name : names) {
      if (said.contains(name.meaning()) && Collections.disjoint(name.concepts(), found)) {
        found.add(name.label());
      }
    }
  }
}
