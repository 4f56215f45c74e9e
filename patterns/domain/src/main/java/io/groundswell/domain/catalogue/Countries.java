package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.Map;

/**
 * What countries and the states of the USA are called in English: the same on every machine, unlike
 * the JDK's own list.
 */
public final class Countries {
  private static final Map<String, String> NAMES = read();

  private Countries() {}

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    for (String line : Lists.lines("countries.txt")) {
      int space = line.indexOf(' ');
      names.put(line.substring(0, space), line.substring(space + 1));
    }
    return names;
  }

  /** The names of a country's subdivisions that are known, by id. */
  static Map<String, String> within(String country) {
    Map<String, String> names = new HashMap<>(NAMES);
    names.keySet().removeIf(id -> !id.startsWith(country + "-"));
    return names;
  }

  /** The name of a region; of another country's subdivision its code and the country's name. */
  public static String name(String region) {
    int dash = region.indexOf('-');
    String country = dash < 0 ? null : NAMES.get(region.substring(0, dash));
    return NAMES.getOrDefault(region, country == null ? region : region + " (" + country + ")");
  }
}
