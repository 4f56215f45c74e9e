package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;

/**
 * Reads the free text of an author's profile: {@code Italia}, {@code Lyon, France}, {@code Austin,
 * TX}, {@code Texas, USA}. The part after the last comma decides, else the part before the first.
 */
final class AuthorLocation {
  private static final int LONGEST = 200;

  private AuthorLocation() {}

  static Place place(String location) {
    if (location.length() > LONGEST) {
      return Place.UNKNOWN;
    }
    int lastComma = location.lastIndexOf(',');
    if (lastComma < 0) {
      return alone(bare(location));
    }
    String last = bare(location.substring(lastComma + 1));
    String before = bare(location.substring(0, lastComma));
    Place named = afterComma(last);
    if (!named.isKnown()) {
      return alone(bare(location.substring(0, location.indexOf(','))));
    }
    return refine(named, before);
  }

  /** One part without context: neither postal codes nor names that mean several places. */
  private static Place alone(String part) {
    return CountryNames.place(Folding.fold(part));
  }

  private static Place afterComma(String part) {
    Place postal = UsStates.byPostalCode(part);
    return postal.isKnown() ? postal : stateOrCountry(Folding.fold(part));
  }

  private static Place stateOrCountry(String folded) {
    Place state = UsStates.byNameAfterCity(folded);
    return state.isKnown() ? state : CountryNames.place(folded);
  }

  /** {@code Atlanta, Georgia, USA}: what stands before the country may name its subdivision. */
  private static Place refine(Place named, String before) {
    String nearest = bare(before.substring(before.lastIndexOf(',') + 1));
    String folded = Folding.fold(nearest);
    if (named.subdivision() == null && "US".equals(named.country())) {
      Place state = UsStates.within(nearest, folded);
      return state.isKnown() ? state : named;
    }
    Place other = CountryNames.place(folded);
    boolean twoCountries =
        named.subdivision() == null
            && other.isKnown()
            && other.subdivision() == null
            && !other.equals(named);
    return twoCountries ? Place.UNKNOWN : named;
  }

  /** Without emoji, full stops, brackets and other ornaments around the words. */
  private static String bare(String part) {
    int start = 0;
    int end = part.length();
    while (start < end && !Character.isLetterOrDigit(part.charAt(start))) {
      start++;
    }
    while (end > start && !endsName(part.charAt(end - 1))) {
      end--;
    }
    return part.substring(start, end);
  }

  private static boolean endsName(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.NON_SPACING_MARK;
  }
}
