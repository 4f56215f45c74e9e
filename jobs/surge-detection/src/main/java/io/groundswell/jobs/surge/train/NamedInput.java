package io.groundswell.jobs.surge.train;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that a model has learned from.
 *
 * @param name its name, without folders
 * @param rows how many of its rows were learned
 * @param as what they were taken for
 * @param sha256 hash of its bytes, to know it again
 */
public record NamedInput(String name, int rows, String as, String sha256) {

  static NamedInput of(String path, int rows, String as) throws IOException {
    Path file = Path.of(path);
    return new NamedInput(String.valueOf(file.getFileName()), rows, as, hash(file));
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = LocalFiles.open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
