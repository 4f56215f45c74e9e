package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.Map;

/** What countries are called in English: the same on every machine, unlike the JDK's own list. */
public final class Countries {
  private static final Map<String, String> NAMES = read();

  private Countries() {}

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    for (String line : Lists.lines("countries.txt")) {
      names.put(line.substring(0, 2), line.substring(3));
    }
    return names;
  }

  /** The name of a country; of a subdivision its code and the country's name. */
  public static String name(String region) {
    String country = NAMES.get(region.length() > 2 ? region.substring(0, 2) : region);
    boolean subdivision = region.length() > 3 && region.charAt(2) == '-';
    if (country == null || (region.length() > 2 && !subdivision)) {
      return region;
    }
    return subdivision ? region + " (" + country + ")" : country;
  }
}
