package io.groundswell.domain.catalogue;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Every name of a catalogue in one tree of characters, walked from each place in a text where a
 * name can begin. Edges lie in one open-addressed table, so a step costs one look-up however many
 * names there are; most words leave the tree after a few characters.
 */
final class NameTrie implements Serializable {
  private static final int ROOT = 0;
  private static final int NOWHERE = -1;
  private static final long NO_EDGE = -1L;

  /** Node and character of each edge, packed; {@link #NO_EDGE} where the slot is free. */
  private final long[] edges;

  private final int[] targets;
  private final int[][] meanings;

  NameTrie(long[] edges, int[] targets, int[][] meanings) {
    this.edges = edges;
    this.targets = targets;
    this.meanings = meanings;
  }

  static long[] freeSlots(int capacity) {
    long[] slots = new long[capacity];
    Arrays.fill(slots, NO_EDGE);
    return slots;
  }

  /** Everything named in a text that is already folded. */
  Occurrences find(String text) {
    Occurrences found = new Occurrences();
    boolean insideWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean joins = Words.joins(c);
      if (joins ? !insideWord : mayBegin(c, insideWord)) {
        walk(text, i, found);
      }
      insideWord = joins;
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

  private void walk(String text, int start, Occurrences found) {
    int node = ROOT;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean separator = Words.separates(c);
      node = step(node, separator ? ' ' : c);
      if (node == NOWHERE) {
        return;
      }
      at = separator ? afterSeparators(text, at) : at + 1;
      if (meanings[node].length > 0 && endsName(text, start, at)) {
        found.add(meanings[node], start, at);
      }
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

  private int step(int node, char c) {
    int slot = slot(edges, node, c);
    return edges[slot] == NO_EDGE ? NOWHERE : targets[slot];
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
