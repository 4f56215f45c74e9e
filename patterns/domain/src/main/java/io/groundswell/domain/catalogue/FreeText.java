package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people write about where they are: {@code Italia}, {@code nyc 🗽}, {@code Austin, TX},
 * {@code London / Paris}, {@code 40.71,-74.00}. Where it names places of two countries it names
 * none; where it names two of one country, that country.
 */
final class FreeText {
  private static final int LONGEST = 200;
  private static final int MOST_PARTS = 8;

  /** At least two decimals: nobody means a price or a score. */
  private static final Pattern COORDINATES =
      Pattern.compile("(-?\\d{1,2}\\.\\d{2,})\\s*[,;/ ]\\s*(-?\\d{1,3}\\.\\d{2,})");

  /** Whatever stands between two places: emoji, arrows, brackets, bars; and what means "and". */
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s,.'\u2019\u2018\u02bb\u30fb-]+|\\s[-\u2013]+\\s");

  private static final Pattern AND =
      Pattern.compile("\\s+(?:and|und|et|y|e|en|ve|to|or|via|then|by way of)\\s+");

  private final Merged merged = new Merged();

  private FreeText() {}

  /** The place that a text names; unknown where it names none or too many. */
  static Place place(String text) {
    if (text.length() > LONGEST) {
      return Place.UNKNOWN;
    }
    Place point = coordinates(text);
    return point.isKnown() ? point : new FreeText().read(text);
  }

  private static Place coordinates(String text) {
    if (text.indexOf('.') < 0) {
      return Place.UNKNOWN;
    }
    Matcher found = COORDINATES.matcher(text);
    return found.find()
        ? Points.place(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)))
        : Place.UNKNOWN;
  }

  private Place read(String text) {
    for (String part : parts(BETWEEN, text)) {
      Place whole = LocationPart.place(part);
      if (whole.isKnown()) {
        merged.add(whole);
      } else {
        for (String piece : parts(AND, part)) {
          merged.add(LocationPart.place(piece));
        }
      }
    }
    return merged.any() ? merged.place() : Flags.place(text);
  }

  private static List<String> parts(Pattern between, String text) {
    List<String> parts = new ArrayList<>();
    for (String part : between.split(text, MOST_PARTS + 1)) {
      if (!part.isBlank() && parts.size() < MOST_PARTS) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** What several places have in common. */
  static final class Merged {
    private Place all = Place.UNKNOWN;
    private boolean contradiction;
    private boolean several;

    void add(Place place) {
      if (!place.isKnown()) {
        return;
      }
      if (!all.isKnown()) {
        all = place;
      } else if (!place.isIn(all.country())) {
        contradiction = true;
      } else if (all.subdivision() == null && !several) {
        all = place;
      } else if (place.subdivision() != null && !place.equals(all)) {
        several = true;
        all = all.withoutSubdivision();
      }
    }

    boolean any() {
      return all.isKnown();
    }

    Place place() {
      return contradiction ? Place.UNKNOWN : all;
    }
  }

  /** Flags stand for their countries where no words do. */
  private static final class Flags {
    private static final int FIRST_LETTER = 0x1F1E6;
    private static final int LETTERS = 26;

    static Place place(String text) {
      Merged flags = new Merged();
      int before = -1;
      for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
        int letter = text.codePointAt(at) - FIRST_LETTER;
        boolean isLetter = letter >= 0 && letter < LETTERS;
        if (isLetter && before >= 0) {
          String code = "" + (char) ('A' + before) + (char) ('A' + letter);
          flags.add(Gazetteer.place(code));
          before = -1;
        } else {
          before = isLetter ? letter : -1;
        }
      }
      return flags.place();
    }
  }

  /** Folded, with one space between words and no ornaments around them. */
  static String normal(String part) {
    return NameTrieBuilder.normal(bare(Folding.fold(part)));
  }

  /** Without full stops and other ornaments around the words. */
  static String bare(String part) {
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
