package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.jobs.surge.connector.kafka.KafkaAnswers;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where answers go, and who gives them. */
final class AnswerTarget {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "groundswell.yaml",
      description = "Settings of the running job (YAML); default ${DEFAULT-VALUE}.")
  private Path config;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who says so; default you, ${DEFAULT-VALUE}.")
  private String by;

  private RunSettings settings;

  /** The file of settings. */
  Path config() {
    return config;
  }

  RunSettings settings() {
    if (settings == null) {
      settings = RunFile.read(config);
    }
    return settings;
  }

  Catalogue catalogue() {
    return RuleOptions.catalogue(Path.of(settings().catalogue()));
  }

  KafkaAnswers answers() {
    return new KafkaAnswers(LiveKafka.client(settings()));
  }

  String by() {
    if (by.isBlank()) {
      throw new UsageError("--by is empty: who says so?");
    }
    return by;
  }
}
