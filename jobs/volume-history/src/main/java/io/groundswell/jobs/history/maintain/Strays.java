package io.groundswell.jobs.history.maintain;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Files in a table's folder that no snapshot of it knows: a killed job leaves them. */
final class Strays {
  private final Table table;

  Strays(Table table) {
    this.table = table;
  }

  /**
   * Deletes those that are old.
   *
   * @param before last written before, epoch milliseconds
   * @return how many
   */
  int delete(long before) throws IOException {
    if (!(table.io() instanceof SupportsPrefixOperations io)) {
      return 0;
    }
    Set<String> known = known();
    int deleted = 0;
    for (FileInfo file : io.listPrefix(table.location())) {
      if (file.createdAtMillis() < before && !known.contains(path(file.location()))) {
        io.deleteFile(file.location());
        deleted++;
      }
    }
    return deleted;
  }

  private Set<String> known() throws IOException {
    Set<String> known = new HashSet<>();
    ReachableFileUtil.metadataFileLocations(table, true).forEach(file -> known.add(path(file)));
    ReachableFileUtil.manifestListLocations(table).forEach(file -> known.add(path(file)));
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (known.add(path(manifest.path()))) {
          try (ManifestReader<DataFile> files =
              ManifestFiles.read(manifest, table.io(), table.specs())) {
            files.forEach(file -> known.add(path(file.location())));
          }
        }
      }
    }
    return known;
  }

  /** Listings write the same file with one slash or with three. */
  private static String path(String location) {
    return location.replaceFirst("^file:/+", "/");
  }
}
