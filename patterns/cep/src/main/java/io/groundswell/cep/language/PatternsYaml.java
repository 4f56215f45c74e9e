package io.groundswell.cep.language;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.PatternCheck;
import io.groundswell.domain.pattern.PatternRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads patterns from YAML. What is wrong is told by place, as a JSON pointer, so that whoever
 * knows the lines of a file can say the line.
 */
public final class PatternsYaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PatternsYaml() {}

  /**
   * What was read.
   *
   * @param rules the patterns; not to be used where there are problems
   * @param problems what is wrong, in the order of the file
   */
  public record Result(List<PatternRule> rules, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      rules = List.copyOf(rules);
      problems = List.copyOf(problems);
    }
  }

  /** The patterns in a text. */
  public static Result read(String text, Names names) {
    try {
      return read(MAPPER.readTree(text), names);
    } catch (JsonProcessingException e) {
      String message = "not valid YAML at line " + e.getLocation().getLineNr();
      String remedy = "check indentation, colons, quotes, and keys given twice";
      return new Result(List.of(), List.of(Problem.at("", message, remedy)));
    }
  }

  /** The patterns in a file that was parsed elsewhere, under its key {@code patterns}. */
  public static Result read(JsonNode root, Names names) {
    List<Problem> problems = new ArrayList<>();
    List<PatternRule> rules = new ArrayList<>();
    Part file = new Part(root, "", problems);
    if (file.only(List.of("patterns"))) {
      for (Part part : file.need("patterns").map(Part::entries).orElse(List.of())) {
        Optional.ofNullable(new RuleReader(part, names).rule()).ifPresent(rules::add);
      }
    }
    return new Result(rules, problems.isEmpty() ? PatternCheck.problems(rules) : problems);
  }
}
