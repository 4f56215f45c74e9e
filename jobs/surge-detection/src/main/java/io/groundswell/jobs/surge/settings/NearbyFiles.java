package io.groundswell.jobs.surge.settings;

import io.groundswell.domain.catalogue.Problem;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that a settings file names; relative ones are found from its own folder. */
final class NearbyFiles {
  private static final String URI = "[A-Za-z][A-Za-z0-9+.-]+:/.*";

  private final YamlFile yaml;
  private final Path settings;

  NearbyFiles(YamlFile yaml, Path settings) {
    this.yaml = yaml;
    this.settings = settings.toAbsolutePath();
  }

  /** The absolute path of a file that is there and can be read. */
  String required(String pointer, String written) {
    String name = YamlLines.name(pointer);
    Path file = resolve(pointer, written);
    if (LocalFiles.isFolder(file)) {
      String message = name + " names a folder, " + file;
      throw yaml.refuse(Problem.at(pointer, message, "name a file in it"));
    }
    try {
      LocalFiles.reader(file).close();
      return file.toString();
    } catch (NoSuchFileException e) {
      String message = name + " names a file that is not there, " + file;
      throw yaml.refuse(Problem.at(pointer, message, "check the path"));
    } catch (IOException e) {
      String message = name + " names a file that cannot be read, " + file;
      throw yaml.refuse(Problem.at(pointer, message, "check its permissions"));
    }
  }

  /** The absolute path of a folder that need not be there yet, or the URI that it is. */
  String folder(String pointer, String written) {
    return written.matches(URI) ? written : resolve(pointer, written).toString();
  }

  /** The absolute path of a folder of this machine, which need not be there yet. */
  String localFolder(String pointer, String written) {
    String name = YamlLines.name(pointer);
    if (written.matches(URI)) {
      String message = name + " is an address, " + written;
      throw yaml.refuse(Problem.at(pointer, message, "name a folder of this machine"));
    }
    Path folder = resolve(pointer, written);
    if (LocalFiles.exists(folder) && !LocalFiles.isFolder(folder)) {
      String message = name + " names a file, " + folder;
      throw yaml.refuse(Problem.at(pointer, message, "name a folder"));
    }
    return folder.toString();
  }

  private Path resolve(String pointer, String written) {
    try {
      return settings.resolveSibling(written);
    } catch (InvalidPathException e) {
      String message = YamlLines.name(pointer) + " is no path";
      throw yaml.refuse(Problem.at(pointer, message, "write a path such as conf/name.yaml"));
    }
  }
}
