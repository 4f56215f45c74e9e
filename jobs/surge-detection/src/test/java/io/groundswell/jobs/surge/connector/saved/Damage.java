package io.groundswell.jobs.surge.connector.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What happens to a file on a disk; closing this mends it.
 *
 * @param before what it held
 */
public record Damage(Path file, byte[] before, FileTime time) implements AutoCloseable {

  /** It is gone. */
  public static Damage deleted(Path file) throws IOException {
    Damage damage = of(file);
    Files.delete(file);
    return damage;
  }

  /** It has lost its end. */
  public static Damage truncated(Path file, int length) throws IOException {
    return changed(file, bytes -> Arrays.copyOf(bytes, length));
  }

  /** One of its bits is another. */
  public static Damage flipped(Path file, int position) throws IOException {
    return changed(
        file,
        bytes -> {
          byte[] after = bytes.clone();
          after[position] ^= 1;
          return after;
        });
  }

  private static Damage changed(Path file, UnaryOperator<byte[]> change) throws IOException {
    Damage damage = of(file);
    damage.write(change.apply(damage.before));
    return damage;
  }

  private static Damage of(Path file) throws IOException {
    return new Damage(file, Files.readAllBytes(file), Files.getLastModifiedTime(file));
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
  }

  @Override
  public void close() throws IOException {
    write(before);
  }
}
