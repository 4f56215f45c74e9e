package io.groundswell.jobs.surge.connector;

import io.groundswell.jobs.surge.page.PageMark;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder of pages.
 *
 * @param path where it is
 */
public record PageFolder(Path path) {
  /** A page's mark stands in its first lines. */
  private static final int BEGIN = 512;

  private static final String UNFINISHED = ".part";

  /** The folder, which is made where there is none. */
  static PageFolder make(Path path) throws IOException {
    Files.createDirectories(path);
    return new PageFolder(path);
  }

  /** Which update a page shows; null where there is no page of that name. */
  @Nullable PageMark mark(String file) throws IOException {
    return mark(path.resolve(file));
  }

  private static @Nullable PageMark mark(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return PageMark.in(new String(bytes.readNBytes(BEGIN), StandardCharsets.UTF_8));
    }
  }

  /** Writes a page at once: whoever reads meanwhile has the old one or the new one. */
  void replace(String file, String html) throws IOException {
    Path unfinished = path.resolve(file + UNFINISHED);
    Files.writeString(unfinished, html);
    Files.move(
        unfinished,
        path.resolve(file),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the pages in it, and it as well if nothing else is left; other files stay. */
  public void clear() throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean empty = true;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        boolean page = isPage(file);
        if (page) {
          Files.delete(file);
        }
        empty &= page;
      }
    }
    if (empty) {
      Files.delete(path);
    }
  }

  private static boolean isPage(Path file) throws IOException {
    String name = file.toString();
    return (name.endsWith(Reports.SUFFIX) || name.endsWith(Reports.SUFFIX + UNFINISHED))
        && mark(file) != null;
  }
}
