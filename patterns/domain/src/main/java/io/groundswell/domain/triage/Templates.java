package io.groundswell.domain.triage;

import io.groundswell.domain.post.Hash64;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Posts that we generate ourselves, to learn from: hand-written templates, expanded.
 *
 * <p>A file {@code templates/LANGUAGE.txt} has sections headed {@code == complaint NAME} or {@code
 * == chatter NAME}, a template a line, and slot values as {@code thing = app | site | card}. In a
 * template, {@code {thing}} takes one of the slot's values and {@code [down|offline]} one of the
 * alternatives; {@code {product}} becomes an invented name, so that no name is learned. Every
 * template weighs the same, however many posts it gives: expressions count, not rows.
 */
public final class Templates {
  private static final int TRIES_PER_COPY = 4;
  private static final String[] SYLLABLES = {
    "ba", "ce", "di", "fo", "gu", "ha", "jo", "ka", "le", "mi", "no", "pu", "ra", "so", "ti", "vu",
    "xe", "ya", "zo", "kri", "lum", "nor", "pel", "quo", "tran", "ven"
  };

  private final Map<String, String[]> slots = new LinkedHashMap<>();
  private final List<Template> templates = new ArrayList<>();

  private Templates() {}

  /** One line of a template file. */
  private record Template(String line, boolean complaint) {}

  /**
   * The posts of one language, those of each template in a list of their own.
   *
   * @param copies how many different posts a template gives at most
   */
  public static List<List<LabelledText>> expanded(String language, int copies) {
    return expanded(language, copies, 1);
  }

  /**
   * The posts of one language, those of each template in a list of their own.
   *
   * @param copies how many different posts a template gives at most
   * @param templateWeight how much each of them counts where a template gives as many; positive
   */
  static List<List<LabelledText>> expanded(String language, int copies, double templateWeight) {
    Templates read = read("templates/" + language + ".txt");
    List<List<LabelledText>> posts = new ArrayList<>();
    for (Template template : read.templates) {
      Random random = new Random(Hash64.of(language, template.line));
      List<String> texts = read.expand(template.line, copies, random);
      double weight = templateWeight * copies / texts.size();
      posts.add(
          texts.stream().map(text -> new LabelledText(text, template.complaint, weight)).toList());
    }
    return posts;
  }

  private List<String> expand(String line, int copies, Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TRIES_PER_COPY * copies && texts.size() < copies; i++) {
      String text = fill(line, random);
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private String fill(String line, Random random) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      int end = c == '[' ? line.indexOf(']', i) : c == '{' ? line.indexOf('}', i) : -1;
      if (end < 0) {
        text.append(c);
        i++;
      } else {
        String inner = line.substring(i + 1, end);
        text.append(
            c == '[' ? fill(oneOf(inner.split("\\|", -1), random), random) : slot(inner, random));
        i = end + 1;
      }
    }
    return text.toString();
  }

  private String slot(String name, Random random) {
    if (name.equals("product")) {
      return inventedName(random);
    }
    String[] values = slots.get(name);
    if (values == null) {
      throw new IllegalArgumentException("A template names the unknown slot {" + name + "}");
    }
    return oneOf(values, random);
  }

  private static String oneOf(String[] values, Random random) {
    return values[random.nextInt(values.length)].strip();
  }

  /** A name that no product bears, of two or three syllables. */
  public static String inventedName(Random random) {
    StringBuilder name = new StringBuilder();
    int syllables = 2 + random.nextInt(2);
    for (int i = 0; i < syllables; i++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return name.toString();
  }

  private static Templates read(String resource) {
    Templates read = new Templates();
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("There are no templates " + resource);
      }
      boolean complaint = false;
      for (String line :
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList()) {
        if (line.startsWith("== ")) {
          complaint = line.startsWith("== complaint");
        } else if (line.contains(" = ")) {
          read.slots.put(line.substring(0, line.indexOf(" = ")), values(line));
        } else if (!line.isBlank()) {
          read.templates.add(new Template(line, complaint));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private static String[] values(String line) {
    return line.substring(line.indexOf(" = ") + 3).split("\\|", -1);
  }
}
