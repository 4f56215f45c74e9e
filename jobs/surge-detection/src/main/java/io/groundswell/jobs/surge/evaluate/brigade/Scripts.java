package io.groundswell.jobs.surge.evaluate.brigade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The templates of {@code templates.txt}: sections headed {@code == NAME}, a template a line, and
 * before them the values of slots as {@code thing = order | booking}. In a template {@code {thing}}
 * takes one of the values, {@code " / "} parts clauses, {@code " | "} the ways to say one.
 */
final class Scripts {
  /** Parts clauses. */
  static final Pattern CLAUSES = Pattern.compile(" / ");

  /** Parts the ways to say a clause, and the values of a slot. */
  static final Pattern WAYS = Pattern.compile(" \\| ");

  private static final Scripts SHIPPED = read("templates.txt");

  private final Map<String, List<String>> slots = new HashMap<>();
  private final Map<String, List<String>> sections = new HashMap<>();

  private Scripts() {}

  static Scripts shipped() {
    return SHIPPED;
  }

  /** The templates of one section. */
  List<String> of(BrigadeKind kind) {
    return Objects.requireNonNull(sections.get(kind.section()));
  }

  /** The values of one slot. */
  List<String> values(String slot) {
    List<String> values = slots.get(slot);
    if (values == null) {
      throw new IllegalArgumentException("A template names the unknown slot {" + slot + "}");
    }
    return values;
  }

  private static Scripts read(String resource) {
    Scripts scripts = new Scripts();
    List<String> section = new ArrayList<>();
    for (String line : lines(resource)) {
      int value = line.indexOf(" = ");
      if (line.startsWith("== ")) {
        section = new ArrayList<>();
        scripts.sections.put(line.substring(3), section);
      } else if (value > 0) {
        scripts.slots.put(
            line.substring(0, value), List.of(WAYS.split(line.substring(value + 3), -1)));
      } else if (!line.isBlank()) {
        section.add(line);
      }
    }
    return scripts;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Objects.requireNonNull(Scripts.class.getResourceAsStream(resource));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
