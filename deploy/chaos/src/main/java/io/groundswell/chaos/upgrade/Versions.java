package io.groundswell.chaos.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Versions of the job to upgrade to, made of the jar of one that is right.
 *
 * @param jar of that
 * @param folder where they are written
 */
record Versions(Path jar, Path folder) {
  /** Only tasks ask for it: the job is taken, and then nothing of it that writes starts. */
  static final String OF_TASKS =
      "org/apache/flink/connector/kafka/sink/internal/FlinkKafkaInternalProducer.class";

  private static final String UID = "count-mentions";

  /** As long as the other: a class file says how long its words are. */
  private static final String OTHER_UID = "count-mentionz";

  /** The right one, as another file. */
  Path next() throws IOException {
    return Files.copy(jar, folder.resolve("next.jar"));
  }

  /** One that cannot run. */
  Path broken() throws IOException {
    return changed("broken.jar", (name, bytes) -> name.equals(OF_TASKS) ? new byte[0] : bytes);
  }

  /** One in which somebody has renamed an operator: what that remembers would be nobody's. */
  Path renamed() throws IOException {
    return changed(
        "renamed.jar",
        (name, bytes) -> name.startsWith("io/groundswell/") ? renamed(bytes) : bytes);
  }

  private interface Change {
    byte[] of(String name, byte[] bytes);
  }

  private Path changed(String name, Change change) throws IOException {
    Path changed = folder.resolve(name);
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(changed);
        ZipOutputStream to = new ZipOutputStream(file)) {
      List<? extends ZipEntry> entries = from.stream().toList();
      for (ZipEntry entry : entries) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          to.write(change.of(entry.getName(), in.readAllBytes()));
        }
        to.closeEntry();
      }
    }
    return changed;
  }

  /** Letters of this code stand for bytes one by one, so that all others stay as they are. */
  private static byte[] renamed(byte[] bytes) {
    String letters = new String(bytes, StandardCharsets.ISO_8859_1);
    return letters.replace(UID, OTHER_UID).getBytes(StandardCharsets.ISO_8859_1);
  }
}
