package io.groundswell.jobs.surge.settings;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a company's own words for drafts: a file for each language, such as {@code de.txt}. */
public final class DraftFiles {
  private static final Pattern NAME = Pattern.compile("([a-z]{2,3})\\.txt");

  private DraftFiles() {}

  /**
   * The shipped words with those of a folder in their place.
   *
   * @param folder holds a file for each language that a company has words of its own for; null for
   *     none
   * @param language the company's own, in which status pages are drafted
   * @throws SettingsException if a file cannot be read, or says what nothing fills
   */
  public static Templates read(@Nullable Path folder, String language) {
    Templates templates = Templates.defaults();
    if (folder != null) {
      for (Path file : files(folder)) {
        templates = with(templates, file);
      }
    }
    if (!templates.has(language)) {
      throw new SettingsException(
          "there are no templates in '%s'; use one of %s, or write %s.txt"
              .formatted(language, String.join(", ", templates.languages()), language));
    }
    return templates.speaking(language);
  }

  private static List<Path> files(Path folder) {
    try {
      List<Path> files = LocalFiles.in(folder, ".txt");
      if (files.isEmpty()) {
        throw new SettingsException(folder + " has no template; write one such as en.txt");
      }
      return files;
    } catch (IOException e) {
      throw new SettingsException(folder + " is no folder that can be read; check the path", e);
    }
  }

  private static Templates with(Templates templates, Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      throw new SettingsException(file + " names no language; call it like de.txt");
    }
    try {
      List<String> lines = LocalFiles.text(file).lines().toList();
      for (Problem problem : Templates.problems(lines)) {
        throw new SettingsException(
            "%s:%s: %s; %s".formatted(file, problem.path(), problem.message(), problem.remedy()));
      }
      return templates.with(name.group(1), lines);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
