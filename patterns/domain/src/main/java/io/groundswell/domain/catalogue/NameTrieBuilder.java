package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects names and what they mean, and lays them out as a {@link NameTrie}. */
final class NameTrieBuilder {
  private static final int[] NONE = new int[0];

  private final Map<Long, Integer> edges = new HashMap<>();
  private final List<int[]> meanings = new ArrayList<>(List.of(NONE));

  /** Adds a name; one that holds nothing to match is passed over. */
  void add(String name, int meaning) {
    String normal = normal(name);
    if (normal.isEmpty()) {
      return;
    }
    int node = 0;
    for (int i = 0; i < normal.length(); i++) {
      node = edges.computeIfAbsent(NameTrie.edge(node, normal.charAt(i)), edge -> newNode());
    }
    int[] known = meanings.get(node);
    int[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = meaning;
    meanings.set(node, more);
  }

  /** Folded, with one space for every run of separators and none at the ends. */
  static String normal(String name) {
    String folded = Folding.fold(name);
    StringBuilder normal = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Words.separates(c)) {
        gap = normal.length() > 0;
      } else {
        normal.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return normal.toString();
  }

  private int newNode() {
    meanings.add(NONE);
    return meanings.size() - 1;
  }

  NameTrie build() {
    int capacity = Math.max(16, Integer.highestOneBit(edges.size()) * 4);
    long[] slots = NameTrie.freeSlots(capacity);
    int[] targets = new int[capacity];
    edges.forEach(
        (edge, target) -> {
          int slot = NameTrie.slot(slots, (int) (edge >>> 16), (char) (edge & 0xffff));
          slots[slot] = edge;
          targets[slot] = target;
        });
    return new NameTrie(slots, targets, meanings.toArray(new int[0][]));
  }
}
