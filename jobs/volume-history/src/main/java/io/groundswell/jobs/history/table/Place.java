package io.groundswell.jobs.history.table;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a warehouse is: what Iceberg's catalogue is told. Values may be secret: {@link #toString()}
 * names the keys alone.
 *
 * @param properties as Iceberg's catalogues take them: {@code type}, {@code uri}, {@code
 *     warehouse}, {@code io-impl} and what theirs need
 */
public record Place(Map<String, String> properties) implements Serializable {
  /** The embedded catalogue's file, beside the tables. */
  public static final String FILE = "catalogue.db";

  private static final String FILE_SCHEME = "file:";

  /** Sorts the properties. */
  public Place {
    properties = new TreeMap<>(properties);
  }

  /** A folder of this machine, with a catalogue in SQLite beside the tables. */
  public static Place folder(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    return new Place(
        Map.of(
            "type",
            "jdbc",
            // Several sinks commit at once, while people ask: each waits for its turn.
            "uri",
            "jdbc:sqlite:" + home.resolve(FILE) + "?busy_timeout=30000&journal_mode=WAL",
            "jdbc.schema-version",
            "V1",
            "warehouse",
            FILE_SCHEME + home, // Hadoop takes a path as it is: a space in it is a space.
            "io-impl",
            "org.apache.iceberg.hadoop.HadoopFileIO"));
  }

  /** The folder of this machine that holds the tables; null where they are elsewhere. */
  public @Nullable Path localFolder() {
    String warehouse = properties.getOrDefault("warehouse", "");
    return warehouse.startsWith(FILE_SCHEME)
        ? Path.of(warehouse.substring(FILE_SCHEME.length()))
        : null;
  }

  @Override
  public String toString() {
    return "Place[" + properties.keySet() + "]";
  }
}
