package io.groundswell.jobs.surge.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write, from a text file: {@code [this|that]} is one of them. */
final class Sentences {
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)\\]");

  /** People post in their own words: few posts are alike. */
  private static final String ENDINGS = "endings";

  private final Map<String, List<String>> sections = new TreeMap<>();

  private Sentences() {}

  /** The sentences that come with the demo. */
  static Sentences shipped() {
    Sentences sentences = new Sentences();
    List<String> section = new ArrayList<>();
    for (String line : resource("sentences.txt").lines().toList()) {
      if (line.startsWith("==")) {
        section = new ArrayList<>();
        sentences.sections.put(line.substring(2).strip(), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line.strip());
      }
    }
    return sentences;
  }

  static String resource(String name) {
    try (InputStream bytes = Sentences.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(bytes, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A complaint about a component, or about the whole where there is none. */
  String complaint(String about, String name, Dice dice) {
    String ending = dice.of(section(ENDINGS));
    return fill(dice.of(section("complaint " + about)) + ", " + ending, name, dice);
  }

  /** A post that reports no problem. */
  String chatter(String product, String name, Dice dice) {
    return fill(dice.of(section("chatter " + product)), name, dice);
  }

  /** A funny post. */
  String joke(String product, String name, Dice dice) {
    return fill(dice.of(section("joke " + product)), name, dice);
  }

  private List<String> section(String name) {
    return Objects.requireNonNull(sections.get(name), name);
  }

  private static String fill(String sentence, String name, Dice dice) {
    Matcher choice = CHOICE.matcher(sentence);
    return choice
        .replaceAll(found -> Matcher.quoteReplacement(dice.of(options(found.group(1)))))
        .replace("{name}", name);
  }

  private static List<String> options(String text) {
    return List.of(text.split("\\|", -1));
  }
}
