package io.groundswell.domain.proposal;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.proposal.Counter.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of one product. */
final class Group {
  private static final Pattern WORD_BEGINS =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[_\\s-]+");
  private static final int SHORTEST_ALIAS = 3;

  private final String key;
  private final List<Name> names = new ArrayList<>();

  Group(String key) {
    this.key = key;
  }

  /** Letters and digits alone, by which names are spelt alike. */
  static String key(String name) {
    return name.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }

  String key() {
    return key;
  }

  void add(Name name) {
    names.add(name);
  }

  List<Name> names() {
    return names;
  }

  /** How many people speak of it, by the name that most of them use. */
  long people() {
    return names.stream().mapToLong(Name::people).max().orElse(0);
  }

  int posts() {
    return names.stream().mapToInt(Name::posts).max().orElse(0);
  }

  /** In how many posts the other is named together with it. */
  int together(Name other, Counter counter) {
    return names.stream().mapToInt(name -> counter.together(name.name, other.name)).max().orElse(0);
  }

  /** For people: the words of the account, {@code US Airways} for {@code @USAirways}. */
  String label() {
    Name best = names.stream().filter(name -> capitals(name) > 0).findFirst().orElse(names.get(0));
    return apart(best);
  }

  private static long capitals(Name name) {
    return bare(name.written()).chars().filter(Character::isUpperCase).count();
  }

  private static String apart(Name name) {
    return String.join(" ", WORD_BEGINS.split(bare(name.written()), -1)).strip();
  }

  private static String bare(String written) {
    return written.replaceAll("^[@#=]+", "");
  }

  /** Words that name it: the key, and each name as words. */
  List<String> aliases() {
    TreeSet<String> aliases = new TreeSet<>();
    aliases.add(key);
    for (Name name : names) {
      aliases.add(Folding.fold(apart(name)));
    }
    return aliases.stream().filter(alias -> alias.length() >= SHORTEST_ALIAS).toList();
  }

  /** Whether anything would be found by it. */
  boolean isKnowable() {
    return !aliases().isEmpty()
        || names.stream().anyMatch(x -> !Character.isLetter(x.name.charAt(0)));
  }

  List<String> marked(char mark) {
    return names.stream().filter(x -> x.name.charAt(0) == mark).map(x -> x.name).toList();
  }

  List<String> tags() {
    return names.stream().filter(x -> x.name.charAt(0) == '=').map(Name::written).toList();
  }
}
