package io.groundswell.cep.language;

import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.WatchRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The patterns that come with the project, in the language of everybody's. */
public final class BuiltIn {
  private static final String TEXT = text();

  private BuiltIn() {}

  /** All of them under a policy's rules, in the order of their file. */
  public static List<PatternRule> rules(WatchRules rules) {
    return rules(Names.of(rules));
  }

  /**
   * The one with an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PatternRule rule(String id, WatchRules rules) {
    return rule(id, Names.of(rules));
  }

  /** The same of one across subjects. */
  public static PatternRule rule(String id, AcrossRules rules) {
    return rule(id, Names.of(rules));
  }

  private static PatternRule rule(String id, Names names) {
    return rules(names).stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no pattern is called '" + id + "'"));
  }

  private static List<PatternRule> rules(Names names) {
    PatternsYaml.Result read = PatternsYaml.read(TEXT, names);
    if (!read.problems().isEmpty()) {
      throw new IllegalStateException("patterns.yaml: " + read.problems());
    }
    return read.rules();
  }

  private static String text() {
    try (InputStream in = BuiltIn.class.getResourceAsStream("patterns.yaml")) {
      if (in == null) {
        throw new IllegalStateException("patterns.yaml is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
