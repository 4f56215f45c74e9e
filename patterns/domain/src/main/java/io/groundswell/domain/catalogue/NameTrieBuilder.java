package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects names and what they mean, and lays them out as a {@link NameTrie}. */
final class NameTrieBuilder {
  private static final int[] NONE = new int[0];

  private final TreeMap<String, int[]> meaningsByName = new TreeMap<>();

  /** The misspellings of a name are many, and share what they mean. */
  private final Map<Integer, int[]> single = new HashMap<>();

  private final List<String> names = new ArrayList<>();
  private final List<long[]> edges = new ArrayList<>();
  private final List<Integer> nodeEndings = new ArrayList<>();
  private final List<int[]> meanings = new ArrayList<>(List.of(NONE));
  private final StringBuilder leafCharacters = new StringBuilder();
  private final List<Integer> leafStarts = new ArrayList<>();
  private final List<Integer> leafEndings = new ArrayList<>();

  /** Adds a name; one that holds nothing to match is passed over. */
  void add(String name, int meaning) {
    addNormal(normal(name), meaning);
  }

  /** Adds a name that is {@link #normal} already. */
  void addNormal(String normal, int meaning) {
    if (normal.isEmpty()) {
      return;
    }
    int[] known = meaningsByName.get(normal);
    if (known == null) {
      int[] alone = single.computeIfAbsent(meaning, only -> new int[] {only});
      meaningsByName.put(normal, alone);
    } else {
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = meaning;
      meaningsByName.put(normal, more);
    }
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

  NameTrie build() {
    names.addAll(meaningsByName.keySet());
    meanings.addAll(meaningsByName.values());
    node(0, names.size(), 0);
    leafStarts.add(leafCharacters.length());
    int capacity = Math.max(16, Integer.highestOneBit(edges.size() + 1) * 4);
    long[] slots = NameTrie.freeSlots(capacity);
    int[] targets = new int[capacity];
    for (long[] edge : edges) {
      int slot = NameTrie.slot(slots, (int) (edge[0] >>> 16), (char) (edge[0] & 0xffff));
      slots[slot] = edge[0];
      targets[slot] = (int) edge[1];
    }
    char[] characters = leafCharacters.toString().toCharArray();
    NameTrie.Leaves leaves = new NameTrie.Leaves(characters, ints(leafStarts), ints(leafEndings));
    return new NameTrie(slots, targets, ints(nodeEndings), leaves, meanings.toArray(new int[0][]));
  }

  /** The node for the names of a range, which are alike in their first characters. */
  private int node(int from, int to, int depth) {
    int node = nodeEndings.size();
    boolean ends = from < to && names.get(from).length() == depth;
    nodeEndings.add(ends ? from + 1 : 0);
    int begin = ends ? from + 1 : from;
    while (begin < to) {
      char c = names.get(begin).charAt(depth);
      int end = begin + 1;
      while (end < to && names.get(end).charAt(depth) == c) {
        end++;
      }
      int target = end - begin == 1 ? leaf(begin, depth + 1) : node(begin, end, depth + 1);
      edges.add(new long[] {NameTrie.edge(node, c), target});
      begin = end;
    }
    return node;
  }

  private int leaf(int name, int depth) {
    int leaf = leafEndings.size();
    leafStarts.add(leafCharacters.length());
    leafCharacters.append(names.get(name), depth, names.get(name).length());
    leafEndings.add(name + 1);
    return ~leaf;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
