package io.groundswell.chaos.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of the cluster's own, in memory and small, so that it can be filled up. Needs root. */
public final class Disk implements AutoCloseable {
  private static final int BLOCK = 1 << 20;

  private final Path folder;
  private final Thread unmounting = new Thread(this::unmount, "unmount the disk");

  private Disk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts one.
   *
   * @param folder where; it is created
   * @param mebibytes its size
   */
  public static Disk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Disk disk = new Disk(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "groundswell", folder.toString());
    Runtime.getRuntime().addShutdownHook(disk.unmounting);
    return disk;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said.strip());
    }
  }

  /** Fills it to the last block. */
  public void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream file = Files.newOutputStream(ballast())) {
      while (true) {
        file.write(block);
      }
    } catch (IOException full) {
      // As it should be: no space is left.
    }
  }

  /** Gives the space back. */
  public void empty() throws IOException {
    Files.deleteIfExists(ballast());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(unmounting);
    unmount();
  }

  private void unmount() {
    try {
      run("umount", "--lazy", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
