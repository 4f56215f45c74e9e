package io.groundswell.jobs.history.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/** The tables where they are kept. Not safe for use by several threads. */
public final class Warehouse implements AutoCloseable {
  /** The tables' namespace. */
  public static final Namespace NAMESPACE = Namespace.of("groundswell");

  /** A compacted file is not made larger. */
  public static final long LARGEST_FILE = 256L << 20;

  /** Parquet's own switch, which Iceberg hands on. */
  public static final String DICTIONARY = "parquet.enable.dictionary";

  private final Catalog catalog;

  private Warehouse(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Opens a warehouse; tables need not be there. */
  public static Warehouse open(Place place) {
    return new Warehouse(catalog(place));
  }

  /** Iceberg's own view of a warehouse. */
  public static Catalog catalog(Place place) {
    try {
      return build(place);
    } catch (UncheckedSQLException another) {
      // Somebody else has made the same file's tables at the same moment; now they are there.
      return build(place);
    }
  }

  private static Catalog build(Place place) {
    Map<String, String> properties = new HashMap<>(place.properties());
    return CatalogUtil.buildIcebergCatalog("groundswell", properties, hadoop());
  }

  /** Hadoop's settings: its own checksums would double the number of files. */
  private static Configuration hadoop() {
    Configuration hadoop = new Configuration(false);
    hadoop.setClassLoader(LocalTables.class.getClassLoader());
    hadoop.setClass("fs.file.impl", LocalTables.class, FileSystem.class);
    hadoop.set("fs.file.impl.disable.cache", "true"); // Whoever else is in the process has his own.
    return hadoop;
  }

  /** Where the catalogue has a table. */
  public static TableIdentifier identifier(HistoryTable table) {
    return TableIdentifier.of(NAMESPACE, table.label());
  }

  /** Whether a table is there. */
  public boolean has(HistoryTable table) {
    return catalog.tableExists(identifier(table));
  }

  /**
   * A table that is there.
   *
   * @throws org.apache.iceberg.exceptions.NoSuchTableException where it is not
   */
  public Table table(HistoryTable table) {
    return catalog.loadTable(identifier(table));
  }

  /** Makes all tables that are missing, and adds the columns that older ones lack. */
  public void prepare() {
    if (catalog instanceof SupportsNamespaces spaces && !spaces.namespaceExists(NAMESPACE)) {
      try {
        spaces.createNamespace(NAMESPACE);
      } catch (AlreadyExistsException another) {
        // Somebody else was faster, and it is there.
      }
    }
    for (HistoryTable table : HistoryTable.values()) {
      prepare(table);
    }
  }

  private void prepare(HistoryTable table) {
    if (!has(table)) {
      Schema schema = table.schema();
      try {
        catalog
            .buildTable(identifier(table), schema)
            .withPartitionSpec(table.partitions(schema))
            .withSortOrder(table.sortOrder(schema))
            .withProperties(properties(table))
            .create();
        return;
      } catch (AlreadyExistsException another) {
        // Somebody else was faster; what it lacks is added below.
      }
    }
    table(table).updateSchema().unionByNameWith(table.schema()).commit();
  }

  private static Map<String, String> properties(HistoryTable table) {
    Map<String, String> properties = new HashMap<>();
    properties.put(TableProperties.FORMAT_VERSION, "2");
    properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    // Rows are sorted in compacted files, and who asks for a subject reads few of such groups.
    properties.put(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, String.valueOf(4 << 20));
    properties.put(TableProperties.WRITE_TARGET_FILE_SIZE_BYTES, String.valueOf(LARGEST_FILE));
    properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "10");
    properties.put(TableProperties.COMMIT_NUM_RETRIES, "20");
    // To look every value up costs about as much as writing the rest. Small files are merged soon,
    // and merged ones have dictionaries.
    properties.put(DICTIONARY, "false");
    // A table without new rows is committed once in so many times.
    properties.put("flink.max-continuous-empty-commits", "100");
    for (String column : new String[] {"text", "details", "excerpt", "url", "title", "record"}) {
      if (table.columns().stream().anyMatch(one -> one.name().equals(column))) {
        // What people wrote stands in no manifest, not even its first letters.
        properties.put(TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + column, "none");
      }
    }
    return properties;
  }

  @Override
  public void close() throws IOException {
    if (catalog instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
