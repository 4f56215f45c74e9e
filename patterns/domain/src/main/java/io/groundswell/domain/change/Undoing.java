package io.groundswell.domain.change;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which changes take back what was changed before. */
final class Undoing {
  private static final String MENDED = "recovery";
  private static final Set<String> KINDS = Set.of("rollback", "revert");

  private static final Pattern BACK =
      Pattern.compile(
          "^\\W*(roll(ed|ing|s)?[ -]?back|revert(ed|ing|s)?|back(ed|s|ing)? out)\\b"
              + "|\\broll(ed|ing|s)?[ -]?back (to|of|from)\\b"
              + "|\\b(switched|flipped|turned) back\\b");

  private static final Pattern ON =
      Pattern.compile("\\b(on|enabl(ed?|es|ing)|activat(ed?|es|ing)|true|100 ?%)(?=\\W|$)");

  private static final Pattern OFF =
      Pattern.compile("\\b(off|disabl(ed?|es|ing)|deactivat(ed?|es|ing)|false|0 ?%)(?=\\W|$)");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_.-]+");

  /** Words that say nothing of what is switched. */
  private static final Set<String> FILLERS =
      Set.of(
          "", "flag", "switch", "switched", "turned", "flipped", "set", "to", "the", "for", "all");

  /** What a change says, read once. */
  private record Said(Change change, boolean back, boolean on, boolean off, Set<String> rest) {
    static Said of(Change change) {
      String words = change.summary().toLowerCase(Locale.ROOT);
      String rest = OFF.matcher(ON.matcher(words).replaceAll(" ")).replaceAll(" ");
      Set<String> named = new TreeSet<>(List.of(BETWEEN_WORDS.split(rest.strip())));
      named.removeAll(FILLERS);
      return new Said(
          change,
          KINDS.contains(change.kind()) || BACK.matcher(words).find(),
          ON.matcher(words).find(),
          OFF.matcher(words).find(),
          named);
    }

    /** Nothing of what was made is left when it is taken back. */
    boolean covers(Said other) {
      Change made = other.change;
      String own = change.component();
      boolean there =
          change.regions().isEmpty()
              || (!made.regions().isEmpty() && change.regions().containsAll(made.regions()));
      return change.product().equals(made.product())
          && (own == null || own.equals(made.component()))
          && there;
    }

    /** The same switch, the other way. */
    boolean switchesBack(Said earlier) {
      return on != off
          && earlier.on != earlier.off
          && on != earlier.on
          && change.kind().equals(earlier.change.kind())
          && rest.equals(earlier.rest);
    }
  }

  private final Map<String, Said> said = new HashMap<>();
  private final Map<String, Change> undone = new HashMap<>();
  private final Map<String, Change> undoing = new HashMap<>();

  /** Of changes in the order of time. */
  Undoing(List<Change> changes) {
    List<Said> all = changes.stream().map(Said::of).toList();
    for (int i = 0; i < all.size(); i++) {
      Said later = all.get(i);
      said.put(later.change.id(), later);
      for (int j = i - 1; j >= 0; j--) {
        Said earlier = all.get(j);
        boolean takes = later.back ? !earlier.back : later.switchesBack(earlier);
        if (takes && later.covers(earlier) && !isMended(earlier.change)) {
          undone.put(later.change.id(), earlier.change);
          undoing.putIfAbsent(earlier.change.id(), later.change);
          break;
        }
      }
    }
  }

  /** Whether it is no change, but the word that something works again. */
  static boolean isMended(Change change) {
    return change.kind().equals(MENDED);
  }

  /** Whether a change says that it takes something back, or takes back a change that is known. */
  boolean takesBack(Change change) {
    Said words = said.get(change.id());
    return undone.containsKey(change.id()) || (words != null && words.back);
  }

  /** What a change takes back: the same switch the other way, else the last change before it. */
  @Nullable Change undoneBy(Change change) {
    return undone.get(change.id());
  }

  /** The change that takes another back. */
  @Nullable Change undoing(Change change) {
    return undoing.get(change.id());
  }
}
