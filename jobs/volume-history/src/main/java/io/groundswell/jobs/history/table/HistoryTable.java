package io.groundswell.jobs.history.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.types.Types;

/** The tables of the history. Each grows by appended rows and is partitioned by the day in UTC. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are List.of, which nobody can change.
public enum HistoryTable {
  /** Complaints per subject and bucket, scored. */
  VOLUMES(Columns.VOLUMES, "bucket_start", List.of("scope", "subject", "bucket_start")),
  /** The same of the support queue. */
  CONTACT_VOLUMES(
      Columns.CONTACT_VOLUMES, "bucket_start", List.of("scope", "subject", "bucket_start")),
  /** Every update of every incident. */
  INCIDENTS(Columns.INCIDENTS, "updated_at", List.of("incident_id", "sequence")),
  /** Incidents and surges of the support queue: every version of every row. */
  LEAD_LEDGER(Columns.LEAD_LEDGER, "updated_at", List.of("key", "position")),
  /** What people said of incidents. */
  VERDICTS(Columns.VERDICTS, "at", List.of("incident_id", "at")),
  /** What became of every record, per minute. */
  LEDGER(Columns.LEDGER, "minute", List.of("minute", "input", "source", "outcome")),
  /** Every counted complaint. */
  POSTS(Columns.POSTS, "bucket_start", List.of("bucket_start", "created_at", "identity")),
  /** Of posts about products that are no complaints every other one, without its text. */
  CHATTER(Columns.CHATTER, "bucket_start", List.of("bucket_start", "created_at", "identity")),
  /** What else moved the main job, so that it can be run again. */
  INPUTS(Columns.INPUTS, "counted_at", List.of("counted_at", "input", "name")),
  /** What time it was for the main job, once a minute. */
  CLOCK(Columns.CLOCK, "time", List.of("time")),
  /** Which posts were withdrawn lately. */
  WITHDRAWALS(Columns.WITHDRAWALS, "at", List.of("identity")),
  /** What should have been a row and is none. */
  UNREADABLE(Columns.UNREADABLE, "read_at", List.of("read_at", "origin"));

  private final List<Column> columns;
  private final String time;
  private final List<String> order;

  HistoryTable(List<Column> columns, String time, List<String> order) {
    this.columns = columns;
    this.time = time;
    this.order = order;
  }

  /** Its name in the catalogue. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The table of a name; empty where there is none. */
  public static Optional<HistoryTable> named(String name) {
    return List.of(values()).stream().filter(table -> table.label().equals(name)).findFirst();
  }

  /** What it has, in order. */
  public List<Column> columns() {
    return columns;
  }

  /** The column whose day in UTC is the partition; never null in a row. */
  public String time() {
    return time;
  }

  /** By which columns the rows of a compacted file are sorted. */
  public List<String> order() {
    return order;
  }

  /** Its schema, before a catalogue has numbered the fields. */
  public Schema schema() {
    List<Types.NestedField> fields = new ArrayList<>();
    int id = 1;
    for (Column column : columns) {
      boolean required = column.name().equals(time);
      if (column.type().isListType()) {
        int element = id + columns.size();
        Types.ListType list =
            Types.ListType.ofRequired(element, column.type().asListType().elementType());
        fields.add(Types.NestedField.optional(id, column.name(), list, column.meaning()));
      } else if (required) {
        fields.add(Types.NestedField.required(id, column.name(), column.type(), column.meaning()));
      } else {
        fields.add(Types.NestedField.optional(id, column.name(), column.type(), column.meaning()));
      }
      id++;
    }
    return new Schema(fields);
  }

  /** How its files are divided. */
  public PartitionSpec partitions(Schema schema) {
    return PartitionSpec.builderFor(schema).day(time, "day").build();
  }

  /** How rows of a compacted file are sorted. */
  public SortOrder sortOrder(Schema schema) {
    SortOrder.Builder sort = SortOrder.builderFor(schema);
    order.forEach(sort::asc);
    return sort.build();
  }
}
