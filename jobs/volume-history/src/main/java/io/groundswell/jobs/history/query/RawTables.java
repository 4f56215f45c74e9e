package io.groundswell.jobs.history.query;

import io.groundswell.jobs.history.table.Column;
import io.groundswell.jobs.history.table.HistoryTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The tables below the views, in a schema of their own: {@code raw}. */
final class RawTables {
  private RawTables() {}

  /** An empty table, to plan with. */
  static void stub(DuckDb database, HistoryTable table) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(name(column.name()) + " " + type(column.type()));
    }
    database.run("CREATE TABLE %s (%s)".formatted(name(table), String.join(", ", columns)));
  }

  /**
   * A table of files. Their columns are found by Iceberg's numbers, as the table has them today, so
   * a file from before a column was added has nulls there.
   */
  static void read(DuckDb database, HistoryTable table, Schema schema, List<String> files)
      throws SQLException {
    List<String> fields = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Types.NestedField field = schema.findField(column.name());
      if (field == null) {
        columns.add("CAST(NULL AS %s) AS %s".formatted(type(column.type()), name(column.name())));
      } else {
        columns.add(name(column.name()));
        fields.add(
            "%d: {name: %s, type: %s, default_value: NULL}"
                .formatted(
                    field.fieldId(), DuckDb.text(column.name()), DuckDb.text(type(field.type()))));
      }
    }
    database.run(
        "CREATE VIEW %s AS SELECT %s FROM read_parquet(%s, hive_partitioning = false, schema = MAP {%s})"
            .formatted(
                name(table),
                String.join(", ", columns),
                DuckDb.texts(files),
                String.join(", ", fields)));
  }

  private static String name(HistoryTable table) {
    return "raw." + name(table.label());
  }

  private static String name(String name) {
    return '"' + name + '"';
  }

  private static String type(Type type) {
    return switch (type.typeId()) {
      case STRING -> "VARCHAR";
      case TIMESTAMP -> "TIMESTAMPTZ";
      case INTEGER -> "INTEGER";
      case LONG -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case LIST -> type(type.asListType().elementType()) + "[]";
      default -> throw new IllegalStateException("no such column: " + type);
    };
  }
}
