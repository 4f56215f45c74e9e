package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.jobs.surge.settings.DraftFiles;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** In whose words drafts are written. */
final class DraftOptions {
  @Option(
      names = "--templates",
      paramLabel = "FOLDER",
      description =
          "Your own words for drafts, a file for each language such as de.txt. Default: those that"
              + " come with Groundswell (en, de, es, fr, pt).")
  private Path folder;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = "The language in which status pages are drafted. Default: en.")
  private String language = Templates.FIRST;

  Templates templates() {
    return DraftFiles.read(folder, language);
  }
}
