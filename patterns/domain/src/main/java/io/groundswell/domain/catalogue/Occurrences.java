package io.groundswell.domain.catalogue;

import java.util.Arrays;

/** Which names stand where in one text, by their starts; costs nothing until one is found. */
final class Occurrences {
  private static final int[] NONE = new int[0];
  private static final int FIELDS = 3;

  /** Names that share characters are found one soon after the other. */
  private static final int NEAR = 8;

  /** Meaning, start and end of each. */
  private int[] cells = NONE;

  private int size;

  void add(int[] meanings, int start, int end) {
    int needed = (size + meanings.length) * FIELDS;
    if (needed > cells.length) {
      cells = Arrays.copyOf(cells, needed * 2);
    }
    for (int meaning : meanings) {
      cells[size * FIELDS] = meaning;
      cells[size * FIELDS + 1] = start;
      cells[size * FIELDS + 2] = end;
      size++;
    }
  }

  int size() {
    return size;
  }

  int meaning(int index) {
    return cells[index * FIELDS];
  }

  int start(int index) {
    return cells[index * FIELDS + 1];
  }

  int end(int index) {
    return cells[index * FIELDS + 2];
  }

  /** Whether more than one product is named. */
  boolean severalProducts() {
    int first = -1;
    for (int i = 0; i < size; i++) {
      if (Meaning.isProduct(meaning(i))) {
        int product = Meaning.index(meaning(i));
        if (first >= 0 && first != product) {
          return true;
        }
        first = product;
      }
    }
    return false;
  }

  /** Whether another product's name shares characters with this one: {@code acme bank}. */
  boolean overlaps(int index) {
    for (int i = Math.max(0, index - NEAR); i < Math.min(size, index + NEAR); i++) {
      if (Meaning.isProduct(meaning(i))
          && Meaning.index(meaning(i)) != Meaning.index(meaning(index))
          && start(i) < end(index)
          && start(index) < end(i)) {
        return true;
      }
    }
    return false;
  }
}
