package io.groundswell.cep.language;

import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.AcrossRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The patterns that come with the project, in the language of everybody's. */
public final class BuiltIn {
  private static final String TEXT = text();

  private BuiltIn() {}

  /**
   * Those that are in force: all of one subject, whose turns the policy decides, and those across
   * subjects that ask for evidence that there can be.
   */
  public static List<PatternRule> rules(AcrossRules across) {
    return rules(Names.of(across)).stream().filter(rule -> isOn(rule.id(), across)).toList();
  }

  private static boolean isOn(String id, AcrossRules across) {
    return switch (id) {
      case PatternId.SPREAD -> Double.isFinite(across.spreadFrom());
      case PatternId.CASCADE -> Double.isFinite(across.cascadeFrom());
      default -> true;
    };
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
