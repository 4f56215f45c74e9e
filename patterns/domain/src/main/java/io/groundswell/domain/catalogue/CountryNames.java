package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of countries in every language of the JDK's own locale data (CLDR), and the forms that
 * people use beside them. A name that stands for several places stands for none.
 */
final class CountryNames {
  /** Also a state, a city, two countries or, in another language, a plain word. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          ("angora congo fuji georgia granada helena hind indie island korea kota laws male malt"
                  + " palo pole poole shine swede timor toga")
              .split(" "));

  /** Shorter names in an alphabet are mostly other words: "man", "end", "cat". */
  private static final int SHORTEST = 4;

  private static final Map<String, Place> PLACES = build();

  private CountryNames() {}

  static Place place(String folded) {
    return PLACES.getOrDefault(folded, Place.UNKNOWN);
  }

  /** Whether the name stands for several places, of which a country is one. */
  static boolean isAmbiguous(String folded) {
    return AMBIGUOUS.contains(folded);
  }

  private static Map<String, Place> build() {
    Map<String, Place> places = localeNames();
    places.keySet().removeAll(AMBIGUOUS);
    UsStates.names().forEach(places::putIfAbsent);
    commonForms(places);
    return Map.copyOf(places);
  }

  /** A locale with a country of its own says what its language says already. */
  private static Map<String, Place> localeNames() {
    Map<String, Place> places = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      if (locale.getCountry().isEmpty()) {
        for (String country : Locale.getISOCountries()) {
          Locale named = new Locale.Builder().setRegion(country).build();
          String name = Folding.fold(named.getDisplayCountry(locale));
          Place place = Place.country(country);
          if (isName(name) && !place.equals(places.getOrDefault(name, place))) {
            several.add(name);
          } else if (isName(name)) {
            places.put(name, place);
          }
        }
      }
    }
    places.keySet().removeAll(several);
    return places;
  }

  private static boolean isName(String name) {
    return name.length() >= SHORTEST || (!name.isEmpty() && Words.standsAlone(name.charAt(0)));
  }

  private static void commonForms(Map<String, Place> places) {
    add(places, Place.country("US"), "us", "u.s", "usa", "u.s.a", "united states of america");
    add(places, Place.country("US"), "the united states", "the us", "the usa", "washington");
    add(places, Place.subdivision("US-DC"), "washington dc", "washington d.c");
    add(places, Place.country("GB"), "uk", "u.k", "the uk", "great britain", "britain");
    add(places, Place.subdivision("GB-ENG"), "england");
    add(places, Place.subdivision("GB-SCT"), "scotland");
    add(places, Place.subdivision("GB-WLS"), "wales");
    add(places, Place.subdivision("GB-NIR"), "northern ireland");
    add(places, Place.country("IE"), "republic of ireland");
    add(places, Place.country("NL"), "the netherlands", "holland");
    add(places, Place.country("AE"), "uae", "u.a.e");
    add(places, Place.country("SA"), "ksa", "kingdom of saudi arabia");
    add(places, Place.country("CZ"), "czech republic");
    add(places, Place.country("KR"), "republic of korea");
    add(places, Place.country("BA"), "bosnia");
    add(places, Place.country("PS"), "palestine");
    add(places, Place.country("MO"), "macau", "macao");
    add(places, Place.country("CI"), "cote d'ivoire");
    add(places, Place.country("PH"), "the philippines");
    add(places, Place.country("CD"), "drc", "dr congo");
  }

  private static void add(Map<String, Place> places, Place place, String... names) {
    for (String name : names) {
      places.put(name, place);
    }
  }
}
