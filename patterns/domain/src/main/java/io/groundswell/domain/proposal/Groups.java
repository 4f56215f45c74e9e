package io.groundswell.domain.proposal;

import io.groundswell.domain.proposal.Counter.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names sorted into products and their parts. */
final class Groups {
  private static final int SHORTEST_KEY = 5;
  private static final double ALIKE = .55;

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<Group, Group> wholes = new LinkedHashMap<>();
  private final Set<Name> held = new HashSet<>();
  private final Counter counter;

  /**
   * Groups for the names that may be products.
   *
   * @param anchors the commonest first
   */
  Groups(List<Name> anchors, Counter counter) {
    this.counter = counter;
    for (Name anchor : anchors) {
      String key = Group.key(anchor.name);
      if (!key.isEmpty()) {
        groups.computeIfAbsent(key, Group::new).add(anchor);
        held.add(anchor);
      }
    }
    for (Group part : groups.values()) {
      for (Group whole : groups.values()) {
        if (!wholes.containsKey(whole) && !wholes.containsKey(part) && isPart(part, whole)) {
          wholes.put(part, whole);
        }
      }
    }
  }

  /** Labels that hardly come without another, commoner one; accounts are no parts. */
  private boolean isPart(Group part, Group whole) {
    return part != whole
        && part.posts() * 4 < whole.posts() * 3
        && part.names().stream().allMatch(name -> name.name.charAt(0) == '=')
        && part.names().stream()
            .allMatch(name -> Proposer.isInside(whole.together(name, counter), name.posts()));
  }

  /** Adds a name to the product that is spelt like it, if there is one. */
  void join(Name name) {
    String key = Group.key(name.name);
    if (held.contains(name) || key.isEmpty()) {
      return;
    }
    Group same = groups.get(key);
    Group group = same != null ? same : alike(name, key);
    if (group != null && !wholes.containsKey(group)) {
      group.add(name);
      held.add(name);
    }
  }

  /** One spelling begins with the other, and hardly anybody uses it for somebody else. */
  private @Nullable Group alike(Name name, String key) {
    if (name.name.charAt(0) == '@' || name.name.charAt(0) == '=') {
      return null;
    }
    for (Group group : groups.values()) {
      String shorter = key.length() < group.key().length() ? key : group.key();
      String longer = key.length() < group.key().length() ? group.key() : key;
      boolean begins =
          !saysMore(name.name, group.key())
              && shorter.length() >= SHORTEST_KEY
              && shorter.length() >= ALIKE * longer.length()
              && longer.startsWith(shorter);
      if (begins && 2 * group.together(name, counter) >= name.posts()) {
        return group;
      }
    }
    return null;
  }

  /** {@code firefox sync}, {@code firefox's}: the name and something else. */
  private static boolean saysMore(String phrase, String key) {
    return phrase.indexOf('\'') >= 0 || phrase.startsWith(key + " ");
  }

  boolean holds(Name name) {
    return held.contains(name);
  }

  /** What is no part of anything, the commonest first. */
  List<Group> products() {
    List<Group> products = new ArrayList<>(groups.values());
    products.removeAll(wholes.keySet());
    products.sort(Comparator.comparingLong(Group::people).reversed().thenComparing(Group::key));
    return products;
  }

  /** The product's parts, the commonest first. */
  List<Name> partsOf(Group whole, int most) {
    return wholes.entrySet().stream()
        .filter(entry -> entry.getValue() == whole)
        .map(entry -> entry.getKey().names().get(0))
        .sorted(Comparator.comparingLong(Name::people).reversed().thenComparing(name -> name.name))
        .limit(most)
        .toList();
  }
}
