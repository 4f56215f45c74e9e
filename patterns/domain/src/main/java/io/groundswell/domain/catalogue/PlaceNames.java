package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Hash64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of towns and subdivisions in many languages. What a name means, on its own and inside each
 * country, was decided when the list was made; here it lies in one open-addressed table of hashes.
 */
final class PlaceNames {
  private static final Pattern TAB = Pattern.compile("\t");
  private static final String ALONE = "";
  private static final String NOBODY = "-";

  private static final PlaceNames SHIPPED = new PlaceNames(Lists.lines("places.txt.gz"));

  private final long[] hashes;
  private final short[] meanings;
  private final Place[] places;

  private PlaceNames(List<String> lines) {
    List<Place> known = new ArrayList<>(List.of(Place.UNKNOWN));
    Map<String, Short> positions = new HashMap<>();
    int capacity = Integer.highestOneBit(lines.size()) * 8;
    this.hashes = new long[capacity];
    this.meanings = new short[capacity];
    for (String line : lines) {
      String[] fields = TAB.split(line, -1);
      for (int i = 1; i < fields.length; i++) {
        if (!fields[i].equals(NOBODY)) {
          short position =
              positions.computeIfAbsent(
                  fields[i],
                  code -> {
                    known.add(Place.of(code));
                    return (short) (known.size() - 1);
                  });
          if (i == 1) {
            put(ALONE, fields[0], position);
          }
          put(fields[i].substring(0, 2), fields[0], position);
        }
      }
    }
    this.places = known.toArray(new Place[0]);
  }

  private void put(String country, String name, short position) {
    int slot = slot(Hash64.of(country, name));
    hashes[slot] = Hash64.of(country, name);
    meanings[slot] = position;
  }

  /** What the name means on its own: folded, its words one space apart. */
  static Place alone(String normal) {
    return SHIPPED.get(ALONE, normal);
  }

  /** What it means inside a country. */
  static Place within(String country, String normal) {
    return SHIPPED.get(country, normal);
  }

  private Place get(String country, String normal) {
    return places[meanings[slot(Hash64.of(country, normal))]];
  }

  /** The slot that holds the hash, or the free one where it belongs; free ones mean nowhere. */
  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (meanings[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
