package io.groundswell.jobs.surge.settings;

import io.groundswell.cep.language.PatternsYaml;
import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.OwnCheck;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.policy.Policy;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code patterns.yaml}: patterns that people have written, beside the built-in ones. */
public final class PatternFile {
  private static final String REMEDY_IF_EMPTY = "list patterns under 'patterns:', or use no file";

  private PatternFile() {}

  /**
   * The patterns in a file.
   *
   * @param policy gives the times that a pattern may call by name, which stay while a job runs
   * @throws SettingsException if the file cannot be read or a pattern is not sound
   */
  public static List<PatternRule> read(Path file, Policy policy) {
    return patterns(YamlFile.read(file, REMEDY_IF_EMPTY), policy);
  }

  /**
   * The patterns in a text that was read elsewhere.
   *
   * @param name what messages call it
   * @param policy as of {@link #read}
   * @throws SettingsException if a pattern is not sound
   */
  public static List<PatternRule> of(String name, String text, Policy policy) {
    return patterns(YamlFile.of(Path.of(name), text, REMEDY_IF_EMPTY), policy);
  }

  private static List<PatternRule> patterns(YamlFile yaml, Policy policy) {
    PatternsYaml.Result read = PatternsYaml.read(yaml.text(), Names.lasting(policy));
    yaml.refuseFirst(read.problems());
    yaml.refuseFirst(OwnCheck.problems(read.rules()));
    return read.rules();
  }
}
