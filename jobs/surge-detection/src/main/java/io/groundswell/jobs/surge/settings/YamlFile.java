package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A settings file with the lines of its keys, so that every mistake can say where it is. */
public final class YamlFile {
  private final Path file;
  private final String text;
  private final YamlLines lines;

  private YamlFile(Path file, String text, YamlLines lines) {
    this.file = file;
    this.text = text;
    this.lines = lines;
  }

  /**
   * Reads a file whole.
   *
   * @param remedyIfEmpty what to do where it is empty
   * @throws SettingsException where it cannot be read or is not sound YAML
   */
  public static YamlFile read(Path file, String remedyIfEmpty) {
    return of(file, text(file), remedyIfEmpty);
  }

  /**
   * The same of a text that was read elsewhere.
   *
   * @param file where it stands, for messages
   * @throws SettingsException where it is not sound YAML
   */
  public static YamlFile of(Path file, String text, String remedyIfEmpty) {
    try {
      YamlLines lines = YamlLines.of(text);
      if (lines.isEmpty()) {
        throw new SettingsException(file + ": the file is empty; " + remedyIfEmpty);
      }
      YamlFile yaml = new YamlFile(file, text, lines);
      yaml.refuseFirst(lines.problems());
      return yaml;
    } catch (JsonProcessingException e) {
      throw new SettingsException(file + ":" + MappingErrors.syntax(e));
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static String text(Path file) {
    if (LocalFiles.isFolder(file)) {
      throw new SettingsException(file + ": is a directory; name a file in it");
    }
    try {
      String text = LocalFiles.text(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new SettingsException(file + ": no such file; check the path", e);
    } catch (CharacterCodingException e) {
      throw new SettingsException(file + ": is not UTF-8 text; save it as UTF-8", e);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read; check its permissions", e);
    }
  }

  /** Binds the keys. What is thrown has no cause: that would quote the file, with its secrets. */
  public <T> T bind(ObjectMapper mapper, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonMappingException e) {
      throw new SettingsException(line(MappingErrors.problem(e, lines)));
    } catch (JsonProcessingException e) {
      throw new SettingsException(file + ":" + MappingErrors.syntax(e));
    }
  }

  /** The file as it is written, no secret filled in. */
  public String text() {
    return text;
  }

  /** Whether the file itself holds the key. */
  public boolean has(String pointer) {
    return lines.has(pointer);
  }

  /** The problem as one line, with the file and the line of its place. */
  public SettingsException refuse(Problem problem) {
    return new SettingsException(line(problem));
  }

  /** Refuses the file for the first of its problems, if there is one. */
  public void refuseFirst(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw refuse(problems.get(0));
    }
  }

  private String line(Problem problem) {
    String first = problem.first();
    String before = first == null ? "" : " (first at line " + lines.lineOf(first) + ")";
    String place = file + ":" + lines.lineOf(problem.path());
    return place + ": " + problem.message() + before + "; " + problem.remedy();
  }
}
