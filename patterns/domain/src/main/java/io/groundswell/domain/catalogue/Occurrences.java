package io.groundswell.domain.catalogue;

import java.util.Arrays;

/** Which names stand where in one text, by their starts; costs nothing until one is found. */
final class Occurrences {
  private static final int[] NONE = new int[0];
  private static final int FIELDS = 3;

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
}
