package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder in which a user writes settings, and what the readers answer. */
record SettingsFolder(Path path) {

  Catalogue catalogue(String... lines) {
    return CatalogueFile.read(write("catalogue.yaml", lines));
  }

  Policy policy(String... lines) {
    return PolicyFile.read(write("policy.yaml", lines));
  }

  RunSettings run(Map<String, String> environment, String... lines) {
    return RunFile.read(write("groundswell.yaml", lines), environment);
  }

  String catalogueError(String... lines) {
    return error(() -> catalogue(lines));
  }

  String policyError(String... lines) {
    return error(() -> policy(lines));
  }

  String runError(Map<String, String> environment, String... lines) {
    return error(() -> run(environment, lines));
  }

  /** The error's line, with the file's name alone. */
  String error(Runnable reading) {
    SettingsException error = catchThrowableOfType(SettingsException.class, reading::run);
    return String.valueOf(error.getMessage()).replace(path + "/", "");
  }

  private Path write(String name, String... lines) {
    try {
      return Files.writeString(path.resolve(name), String.join("\n", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
