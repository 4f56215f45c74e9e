package io.groundswell.jobs.surge.connector;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Files of this machine, for commands; {@code -} is standard input or output. */
public final class LocalFiles {
  private static final String STANDARD = "-";
  private static final int DELETIONS = 100;

  private LocalFiles() {}

  /**
   * Refuses a file that cannot be read.
   *
   * @param option what named it, such as {@code --posts}
   * @throws BadInput where it cannot be read
   */
  public static void requireReadable(String option, String path) {
    if (STANDARD.equals(path)) {
      return;
    }
    if (isFolder(Path.of(path))) {
      throw new BadInput("%s: %s is a folder; name a file".formatted(option, path));
    }
    if (!Files.isReadable(Path.of(path))) {
      throw new BadInput("%s: there is no file to read at %s".formatted(option, path));
    }
  }

  /**
   * Refuses standard input where several inputs would have to share it.
   *
   * @throws BadInput where more than one path is {@code -}
   */
  public static void requireOneReader(List<String> paths) {
    if (paths.stream().filter(STANDARD::equals).count() > 1) {
      throw new BadInput("standard input (-) can be read once: name files for the others");
    }
  }

  /**
   * Makes a folder ready for results.
   *
   * @param force results that are there already are replaced
   * @param names the files that will be written; one that ends with {@code /} is a folder of pages
   * @throws BadInput where the folder is not new or empty, and {@code force} is not given
   */
  public static void prepare(Path folder, boolean force, List<String> names) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInput("--out: %s is a file; name a folder".formatted(folder));
    }
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (!force && files.findAny().isPresent()) {
        throw new BadInput(
            "--out: %s is not empty; name another folder, or add --force".formatted(folder));
      }
    }
    for (String name : names) {
      if (name.endsWith("/")) {
        new PageFolder(folder.resolve(name)).clear();
      } else {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  /**
   * Opens a text for writing.
   *
   * @throws BadInput where it cannot be written
   */
  public static BufferedWriter writer(String path) {
    try {
      OutputStream bytes =
          STANDARD.equals(path) ? System.out : Files.newOutputStream(Path.of(path));
      return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadInput("--out: cannot write to %s: %s".formatted(path, e));
    }
  }

  /** Opens a text for writing, compressed. */
  public static BufferedWriter gzipWriter(Path file) throws IOException {
    OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file));
    return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
  }

  /** Opens a file for reading, as it is. */
  public static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file);
  }

  /** Opens a file for writing, as it is. */
  public static OutputStream bytes(Path file) throws IOException {
    return Files.newOutputStream(file);
  }

  /** Opens a text for reading. */
  public static BufferedReader reader(Path file) throws IOException {
    return Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  /** The whole text of a file in UTF-8. */
  public static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  /** The files of a folder whose names end so, in the order of their names. */
  public static List<Path> in(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** Whether there is something at a path. */
  public static boolean exists(Path path) {
    return Files.exists(path);
  }

  /** Whether a path names a folder. */
  public static boolean isFolder(Path path) {
    return Files.isDirectory(path);
  }

  /**
   * Creates a text file.
   *
   * @throws BadInput where there is one already
   */
  public static void create(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      throw new BadInput("%s is there already; move it away first".formatted(file));
    }
    Files.writeString(file, text);
  }

  /** The newest complete checkpoint below a folder. */
  public static Optional<Path> latestCheckpoint(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(Path::getParent);
    }
  }

  /** A new folder for what is needed only while a command runs. */
  public static Path temporaryFolder(String name) throws IOException {
    return Files.createTempDirectory(name);
  }

  /** Deletes a folder with all that is in it, while others may still be at work there. */
  public static void deleteFolder(Path folder) throws IOException {
    for (int attempt = 0; Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        if (attempt == DELETIONS) {
          throw e;
        }
      }
    }
  }

  /** Standard input in a file, since it can be read only once; other paths as they are. */
  public static String reread(String path) throws IOException {
    if (!STANDARD.equals(path)) {
      return path;
    }
    Path file = Files.createTempFile("groundswell-input", ".tmp");
    file.toFile().deleteOnExit();
    Files.copy(System.in, file, StandardCopyOption.REPLACE_EXISTING);
    return file.toString();
  }
}
