package io.groundswell.domain.proposal;

import io.groundswell.domain.volume.AuthorSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many people speak of each name, and of which two together. */
final class Counter {
  /** Beyond so many, what only one person spoke of is forgotten. */
  static final int MOST = 200_000;

  private final Map<String, Name> names = new HashMap<>();
  private final Map<String, Integer> pairs = new HashMap<>();

  /** A name, who spoke of it, and how it is written. */
  static final class Name {
    final String name;
    private final AuthorSet authors = new AuthorSet();
    private final TreeMap<String, Integer> written = new TreeMap<>();
    private int posts;

    private Name(String name) {
      this.name = name;
    }

    /** How many people; about, where they are many. */
    long people() {
      return authors.size();
    }

    int posts() {
      return posts;
    }

    /** The commonest way to write it. */
    String written() {
      return written.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .map(Map.Entry::getKey)
          .orElse(name);
    }
  }

  void add(String name, String written, long author) {
    if (names.size() >= MOST && !names.containsKey(name)) {
      names.values().removeIf(rare -> rare.people() < 2);
    }
    Name counted = names.computeIfAbsent(name, Name::new);
    counted.posts++;
    counted.authors.addAll(new long[] {author});
    if (counted.written.size() < 8 || counted.written.containsKey(written)) {
      counted.written.merge(written, 1, Integer::sum);
    }
  }

  void addTogether(String one, String other) {
    if (pairs.size() >= 2 * MOST && !pairs.containsKey(pair(one, other))) {
      pairs.values().removeIf(count -> count < 2);
    }
    pairs.merge(pair(one, other), 1, Integer::sum);
  }

  private static String pair(String one, String other) {
    return one + '\n' + other;
  }

  /** In how many posts both are named. */
  int together(String one, String other) {
    return pairs.getOrDefault(pair(one, other), 0);
  }

  /** All names that at least so many people speak of, the commonest first. */
  List<Name> commonest(long people) {
    return names.values().stream()
        .filter(name -> name.people() >= people)
        .sorted(
            Comparator.comparingLong(Name::people)
                .thenComparingInt(Name::posts)
                .reversed()
                .thenComparing(name -> name.name))
        .toList();
  }
}
