package io.groundswell.jobs.history.connector;

import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.surge.connector.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A warehouse in a folder of this machine. */
public final class WarehouseFolder {
  private static final long LEAST_ROOM = 16 << 20;

  private WarehouseFolder() {}

  /**
   * Makes the folder where it is not there.
   *
   * @throws BadInput where it is a file, or a folder of something else
   */
  public static Place make(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInput(folder + " is a file; name a folder");
    }
    Files.createDirectories(folder);
    if (!Files.exists(folder.resolve(Place.FILE))) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new BadInput(
              "%s holds other things; name a warehouse or a new folder".formatted(folder));
        }
      }
    }
    return Place.folder(folder);
  }

  /**
   * Looks whether there is room, after something has failed.
   *
   * @throws BadInput where the disk of a folder is full
   */
  public static void requireRoom(Place place) throws IOException {
    Path folder = place.localFolder();
    if (folder != null && Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM) {
      throw new BadInput(
          folder + ": the disk is full; nothing is damaged, make room and do it again");
    }
  }

  /**
   * A warehouse that is there.
   *
   * @throws BadInput where it is not
   */
  public static Place existing(Path folder) {
    if (!Files.isRegularFile(folder.resolve(Place.FILE))) {
      throw new BadInput(
          "%s is no warehouse: there is no %s in it; 'groundswell history' makes one"
              .formatted(folder, Place.FILE));
    }
    return Place.folder(folder);
  }
}
