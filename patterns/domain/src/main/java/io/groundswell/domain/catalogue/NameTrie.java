package io.groundswell.domain.catalogue;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Every name of a catalogue in one tree of characters, walked from each place in a text where a
 * name can begin. Edges lie in one open-addressed table, so a step costs one look-up however many
 * names there are; most words leave the tree after a few characters. Where only one name is left,
 * its last characters are a leaf's and are compared as they are: that keeps misspellings small.
 */
final class NameTrie implements Serializable {
  static final long NO_EDGE = -1L;
  private static final int ROOT = 0;

  /** Node and character of each edge, packed; {@link #NO_EDGE} where the slot is free. */
  private final long[] edges;

  /** A node, or a leaf's complement. */
  private final int[] targets;

  /** Of each node, the position in the meanings; 0 where no name ends. */
  private final int[] endings;

  private final Leaves leaves;
  private final int[][] meanings;

  /**
   * What is left of names that nothing else begins like.
   *
   * @param characters of all of them, one after the other
   * @param starts where each begins, and after the last where it ends
   * @param endings of each, the position in the meanings
   */
  record Leaves(char[] characters, int[] starts, int[] endings) implements Serializable {}

  NameTrie(long[] edges, int[] targets, int[] endings, Leaves leaves, int[][] meanings) {
    this.edges = edges;
    this.targets = targets;
    this.endings = endings;
    this.leaves = leaves;
    this.meanings = meanings;
  }

  /** Everything named in a text that is already folded. */
  Occurrences find(String text) {
    Occurrences found = new Occurrences();
    boolean insideWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean joins = Words.joins(c);
      if (joins ? !insideWord : mayBegin(c, insideWord)) {
        walk(text, i, true, found);
      }
      insideWord = joins;
    }
    return found;
  }

  /** Every name inside a word that is already folded, wherever it begins and ends. */
  Occurrences findInside(String word) {
    Occurrences found = new Occurrences();
    for (int i = 0; i < word.length(); i++) {
      walk(word, i, false, found);
    }
    return found;
  }

  /** A mark inside a word begins no handle: help@example.com addresses nobody. */
  private static boolean mayBegin(char c, boolean insideWord) {
    return !Words.separates(c) && !(insideWord && isMark(c));
  }

  private static boolean isMark(char c) {
    return c == '@' || c == '#';
  }

  private void walk(String text, int start, boolean whole, Occurrences found) {
    int node = ROOT;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean separator = Words.separates(c);
      int slot = slot(edges, node, separator ? ' ' : c);
      if (edges[slot] == NO_EDGE) {
        return;
      }
      node = targets[slot];
      at = separator ? afterSeparators(text, at) : at + 1;
      if (node < 0) {
        finish(~node, text, start, at, whole, found);
        return;
      }
      if (endings[node] != 0 && (!whole || endsName(text, start, at))) {
        found.add(meanings[endings[node]], start, at);
      }
    }
  }

  private void finish(
      int leaf, String text, int start, int reached, boolean whole, Occurrences found) {
    int at = reached;
    for (int i = leaves.starts[leaf]; i < leaves.starts[leaf + 1]; i++) {
      if (at == text.length()) {
        return;
      }
      char c = text.charAt(at);
      boolean separator = Words.separates(c);
      if (leaves.characters[i] != (separator ? ' ' : c)) {
        return;
      }
      at = separator ? afterSeparators(text, at) : at + 1;
    }
    if (!whole || endsName(text, start, at)) {
      found.add(meanings[leaves.endings[leaf]], start, at);
    }
  }

  private static int afterSeparators(String text, int start) {
    int at = start;
    while (at < text.length() && Words.separates(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean endsName(String text, int start, int end) {
    if (end == text.length()) {
      return true;
    }
    char next = text.charAt(end);
    if (Words.joins(next)) {
      return !Words.joins(text.charAt(end - 1));
    }
    return text.charAt(start) != '@' || !continuesHandle(text, end);
  }

  /** {@code @acme.example} and {@code @acme@example.org} are other accounts than {@code @acme}. */
  private static boolean continuesHandle(String text, int end) {
    char c = text.charAt(end);
    return (c == '.' || c == '@') && end + 1 < text.length() && Words.joins(text.charAt(end + 1));
  }

  static long[] freeSlots(int capacity) {
    long[] slots = new long[capacity];
    Arrays.fill(slots, NO_EDGE);
    return slots;
  }

  /** The slot that holds the edge, or the free one where it belongs. */
  static int slot(long[] edges, int node, char c) {
    long edge = edge(node, c);
    long mixed = edge * 0x9E3779B97F4A7C15L;
    int mask = edges.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (edges[slot] != edge && edges[slot] != NO_EDGE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  static long edge(int node, char c) {
    return ((long) node << 16) | c;
  }
}
