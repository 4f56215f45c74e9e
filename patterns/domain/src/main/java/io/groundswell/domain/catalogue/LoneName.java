package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place named without commas: {@code Almanya}, {@code nyc}, {@code living in Lisbon}, {@code
 * London UK}. A name that may mean several places means none.
 */
final class LoneName {
  private static final Map<String, Place> NICKNAMES = new HashMap<>();
  private static final Set<String> LEADS = new HashSet<>(Lists.words("place-leads.txt"));
  private static final Set<String> TAILS =
      Set.of("area", "metro", "metropolitan", "region", "city", "proper", "based", "native");
  private static final int MOST_WORDS = 8;
  private static final int LONGEST_QUALIFIER = 3;

  static {
    for (String line : Lists.lines("place-nicknames.txt")) {
      int colon = line.indexOf(':');
      List<String> names = List.of(line.substring(colon + 1).strip().split(", ", -1));
      names.forEach(name -> NICKNAMES.put(name, Place.of(line.substring(0, colon))));
    }
  }

  private LoneName() {}

  static Place place(String bare) {
    String normal = FreeText.normal(bare);
    Place exactly = exactly(normal);
    if (exactly.isKnown() || normal.isEmpty()) {
      return exactly;
    }
    if (Words.standsAlone(normal.charAt(0))) {
      return glued(normal);
    }
    List<String> words = List.of(normal.split(" ", -1));
    if (words.size() > MOST_WORDS) {
      return Place.UNKNOWN;
    }
    Place qualified = qualified(words, bare);
    return qualified.isKnown() ? qualified : trimmed(words);
  }

  /** The whole name and nothing else. */
  static Place exactly(String normal) {
    Place nickname = NICKNAMES.getOrDefault(normal, Place.UNKNOWN);
    if (nickname.isKnown()) {
      return nickname;
    }
    Place country = CountryNames.place(normal);
    if (country.isKnown() || CountryNames.isAmbiguous(normal)) {
      return country;
    }
    return PlaceNames.alone(normal);
  }

  /** {@code London UK}, {@code Brooklyn NY}, {@code Paris France}. */
  private static Place qualified(List<String> words, String bare) {
    int most = Math.min(LONGEST_QUALIFIER, words.size() - 1);
    for (int length = most; length > 0; length--) {
      int from = words.size() - length;
      String town = String.join(" ", words.subList(0, from));
      Place wide = LocationPart.stateOrCountry(String.join(" ", words.subList(from, words.size())));
      if (wide.isKnown()) {
        Place inside = PlaceNames.within(wide.codes().get(0), town);
        if (inside.isKnown()) {
          return wide.subdivision() == null ? inside : wide;
        }
      }
    }
    String town = String.join(" ", words.subList(0, words.size() - 1));
    boolean isTown = PlaceNames.within("US", town).isKnown() || exactly(town).isKnown();
    String last = bare.substring(bare.lastIndexOf(' ') + 1);
    return isTown ? LocationPart.coded(town, last) : Place.UNKNOWN;
  }

  /** Without what people write around a name: {@code born in}, {@code the}, {@code area}. */
  private static Place trimmed(List<String> words) {
    int start = 0;
    int end = words.size();
    while (start < end && LEADS.contains(words.get(start))) {
      start++;
    }
    while (end > start + 1 && TAILS.contains(words.get(end - 1))) {
      end--;
    }
    return end - start == words.size()
        ? Place.UNKNOWN
        : exactly(String.join(" ", words.subList(start, end)));
  }

  /** In scripts without spaces what is wider stands first: the longest beginning that is a name. */
  private static Place glued(String normal) {
    FreeText.Merged merged = new FreeText.Merged();
    for (String word : normal.split(" ", MOST_WORDS)) {
      for (int end = word.length(); end >= 2; end--) {
        Place begins = exactly(word.substring(0, end));
        if (begins.isKnown()) {
          merged.add(begins);
          break;
        }
      }
    }
    return merged.place();
  }
}
