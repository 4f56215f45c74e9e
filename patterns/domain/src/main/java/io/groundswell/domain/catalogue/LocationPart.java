package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One place as people write it, wider and wider behind commas: {@code Lyon, France}, {@code Austin,
 * TX, USA}. What stands behind the last comma decides; what stands before it only where that is no
 * place.
 */
final class LocationPart {
  private static final Map<String, Place> PROVINCES =
      codes("CA-", "ON BC QC AB MB SK NS NB NL PE YT NU", "AU-", "NSW VIC QLD TAS ACT");

  private static final int MOST_NAMES = 6;

  private LocationPart() {}

  static Place place(String part) {
    int lastComma = part.lastIndexOf(',');
    if (lastComma < 0) {
      return LoneName.place(FreeText.bare(part));
    }
    String last = FreeText.bare(part.substring(lastComma + 1));
    String before = FreeText.bare(part.substring(0, lastComma));
    String nearest = FreeText.bare(before.substring(before.lastIndexOf(',') + 1));
    Place coded = coded(FreeText.normal(nearest), last);
    if (coded.isKnown()) {
      return coded;
    }
    Place named = stateOrCountry(FreeText.normal(last));
    if (named.isKnown()) {
      return refine(named, nearest);
    }
    return several(part);
  }

  /** {@code Austin, TX}, {@code Toronto, ON}, {@code Berlin, DE}: the town tells codes apart. */
  static Place coded(String town, String written) {
    String plain = written.replace(".", "");
    String code = plain.toUpperCase(Locale.ROOT);
    boolean capitals = plain.equals(code);
    Place lone = LoneName.exactly(town);
    if (capitals && lone.isIn(code)) {
      return lone;
    }
    Place state = UsStates.within(code, "");
    Place american = PlaceNames.within("US", town);
    if (state.isKnown() && american.isKnown() && american.covers(state)) {
      return state;
    }
    return capitals ? inCapitals(lone, town, code) : Place.UNKNOWN;
  }

  private static Place inCapitals(Place lone, String town, String code) {
    if (lone.isIn("AU") && (code.equals("WA") || PROVINCES.containsKey("AU-" + code))) {
      return Place.subdivision("AU-" + code);
    }
    Place state = UsStates.byPostalCode(code);
    if (state.isKnown()) {
      return state;
    }
    Place province = PROVINCES.getOrDefault("CA-" + code, Place.UNKNOWN);
    return province.isKnown() ? province : PlaceNames.within(code, town);
  }

  /** What can stand behind a town: {@code Tbilisi, Georgia} is decided by the town. */
  static Place stateOrCountry(String normal) {
    Place state = UsStates.byNameAfterCity(normal);
    return state.isKnown() ? state : CountryNames.place(normal);
  }

  /** {@code Atlanta, Georgia, USA}, {@code Lyon, France}: the town may name the subdivision. */
  private static Place refine(Place named, String nearest) {
    String normal = FreeText.normal(nearest);
    String country = named.codes().get(0);
    if (named.subdivision() != null) {
      return named;
    }
    if (country.equals("US")) {
      Place state = UsStates.within(nearest, normal);
      if (state.isKnown()) {
        return state;
      }
    }
    Place other = CountryNames.place(normal);
    if (other.isKnown() && !other.isIn(country)) {
      return Place.UNKNOWN;
    }
    Place town = PlaceNames.within(country, normal);
    return town.isKnown() ? town : named;
  }

  /** Behind the comma is no country: a town's region, another town, or anything. */
  private static Place several(String part) {
    String[] names = part.split(",", MOST_NAMES + 1);
    int last = Math.min(names.length, MOST_NAMES) - 1;
    Place wide = LoneName.place(FreeText.bare(names[last]));
    FreeText.Merged all = new FreeText.Merged();
    for (int i = 0; i < last; i++) {
      String name = FreeText.bare(names[i]);
      Place narrow = LoneName.place(name);
      boolean elsewhere = wide.isKnown() && !narrow.isIn(wide.country());
      Place inside =
          elsewhere ? PlaceNames.within(wide.codes().get(0), FreeText.normal(name)) : Place.UNKNOWN;
      all.add(inside.isKnown() ? inside : narrow);
    }
    all.add(wide);
    return all.place();
  }

  private static Map<String, Place> codes(String... countries) {
    Map<String, Place> codes = new HashMap<>();
    for (int i = 0; i < countries.length; i += 2) {
      for (String code : countries[i + 1].split(" ", -1)) {
        codes.put(countries[i] + code, Place.subdivision(countries[i] + code));
      }
    }
    return Map.copyOf(codes);
  }
}
