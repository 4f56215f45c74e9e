package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The states of the United States, by name and by postal code. */
final class UsStates {
  private static final String STATES =
      "AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,"
          + "DE delaware,FL florida,GA georgia,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,"
          + "KS kansas,KY kentucky,LA louisiana,ME maine,MD maryland,MA massachusetts,MI michigan,"
          + "MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,"
          + "NH new hampshire,NJ new jersey,NM new mexico,NY new york,NC north carolina,"
          + "ND north dakota,OH ohio,OK oklahoma,OR oregon,PA pennsylvania,RI rhode island,"
          + "SC south carolina,SD south dakota,TN tennessee,TX texas,UT utah,VT vermont,"
          + "VA virginia,WA washington,WV west virginia,WI wisconsin,WY wyoming,"
          + "DC district of columbia";

  /** After a city as often the country with this code: Jakarta, ID; Bengaluru, IN; Berlin, DE. */
  private static final Set<String> ALSO_COUNTRIES = Set.of("DE", "ID", "IN");

  /** As a lone name also a country (Georgia) or a city in another part (Washington). */
  private static final Set<String> NEED_CONTEXT = Set.of("georgia", "washington");

  private static final Map<String, Place> BY_CODE = new HashMap<>();
  private static final Map<String, Place> BY_NAME = new HashMap<>();

  static {
    for (String state : STATES.split(",", -1)) {
      String code = state.substring(0, 2);
      Place place = Place.subdivision("US-" + code);
      BY_CODE.put(code, place);
      BY_NAME.put(state.substring(3), place);
    }
  }

  private UsStates() {}

  /** Names that need no context. */
  static Map<String, Place> names() {
    Map<String, Place> names = new HashMap<>(BY_NAME);
    names.keySet().removeAll(NEED_CONTEXT);
    return names;
  }

  /** In upper case after a city and a comma: {@code Austin, TX}. */
  static Place byPostalCode(String part) {
    String code = part.replace(".", "");
    return ALSO_COUNTRIES.contains(code)
        ? Place.UNKNOWN
        : BY_CODE.getOrDefault(code, Place.UNKNOWN);
  }

  /** {@code Seattle, Washington} is in the state; {@code Tbilisi, Georgia} is not. */
  static Place byNameAfterCity(String folded) {
    return folded.equals("georgia") ? Place.UNKNOWN : BY_NAME.getOrDefault(folded, Place.UNKNOWN);
  }

  /** Where the country is known to be the United States, nothing is ambiguous. */
  static Place within(String part, String folded) {
    Place byName = BY_NAME.getOrDefault(folded, Place.UNKNOWN);
    return byName.isKnown() ? byName : BY_CODE.getOrDefault(part, Place.UNKNOWN);
  }
}
