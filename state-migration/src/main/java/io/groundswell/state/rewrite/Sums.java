package io.groundswell.state.rewrite;

import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** How many entries each state has, and a checksum that depends on no order. */
final class Sums {
  private final Map<String, Sum> states = new TreeMap<>();

  /**
   * Entries of a state.
   *
   * @param entries how many
   * @param checksum of keys and values, CRC-32C of each entry added up
   */
  record Sum(long entries, long checksum) {
    Sum and(Sum other) {
      return new Sum(entries + other.entries, checksum + other.checksum);
    }
  }

  void add(String state, byte[] composite, byte[] value) {
    CRC32C crc = new CRC32C();
    crc.update(composite);
    crc.update(value);
    add(state, new Sum(1, crc.getValue()));
  }

  void add(String state, Sum sum) {
    states.merge(state, sum, Sum::and);
  }

  Map<String, Sum> states() {
    return states;
  }
}
