package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The states of the United States, by name and by postal code. */
final class UsStates {
  /** After a city as often the country with this code: Jakarta, ID; Bengaluru, IN; Berlin, DE. */
  private static final Set<String> ALSO_COUNTRIES = Set.of("DE", "ID", "IN");

  /** As a lone name also a country (Georgia) or a city in another part (Washington). */
  private static final Set<String> NEED_CONTEXT = Set.of("georgia", "washington");

  private static final Map<String, Place> BY_CODE = new HashMap<>();
  private static final Map<String, Place> BY_NAME = new HashMap<>();

  static {
    Countries.within("US")
        .forEach(
            (id, name) -> {
              Place place = Place.subdivision(id);
              BY_CODE.put(id.substring(3), place);
              BY_NAME.put(Folding.fold(name), place);
            });
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
