package io.groundswell.jobs.history.row;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.jobs.history.table.Column;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.GenericRowData;
import org.jspecify.annotations.Nullable;

/**
 * Lines to rows: a column has the field of its name; what a line says in other places is brought
 * into such fields before.
 */
final class Rows {
  /** Fields that are no columns: what a line among posts is, and what an incident's lead is. */
  static final String DELETED = "deleted";

  static final String CHATTER = "chatter";
  static final String LEAD = "lead";

  private Rows() {}

  /** The fields of a line. */
  static Fields read(InputLine line) throws UnfitLine {
    return Fields.read(line.text(), Layout.of(line.table()).places());
  }

  /** The table that a line belongs to. */
  static HistoryTable table(InputLine line, Fields fields) {
    if (line.table() != HistoryTable.POSTS) {
      return line.table();
    }
    if (fields.is(DELETED)) {
      return HistoryTable.WITHDRAWALS;
    }
    return fields.is(CHATTER) ? HistoryTable.CHATTER : HistoryTable.POSTS;
  }

  /** The row of a line's fields, which it changes. */
  static GenericRowData row(HistoryTable table, InputLine line, Fields fields) throws UnfitLine {
    complete(table, line, fields);
    return row(table, Layout.of(line.table()), fields);
  }

  private static GenericRowData row(HistoryTable table, Layout layout, Fields fields)
      throws UnfitLine {
    List<Column> columns = table.columns();
    int[] places = layout.columns(table);
    GenericRowData row = new GenericRowData(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object value = Values.of(column, fields.at(places[i]));
      if (value == null && column.name().equals(table.time())) {
        throw new UnfitLine(column.name() + " is missing");
      }
      row.setField(i, value);
    }
    return row;
  }

  private static void complete(HistoryTable table, InputLine line, Fields fields) throws UnfitLine {
    switch (table) {
      case VOLUMES, CONTACT_VOLUMES -> split(fields, subject(fields));
      case INCIDENTS -> flatten(fields, line);
      case LEAD_LEDGER -> fields.put("position", line.position());
      case POSTS -> strike(fields);
      case CLOCK -> tell(fields);
      case WITHDRAWALS -> fields.put("at", Instant.ofEpochMilli(line.readAt()).toString());
      default -> {}
    }
  }

  private static Subject subject(Fields fields) throws UnfitLine {
    if (fields.get("subject") instanceof String key) {
      return Subject.parse(key);
    }
    throw new UnfitLine("subject is not a text");
  }

  /** A tick of the clock, for people. */
  private static void tell(Fields tick) throws UnfitLine {
    if (!(tick.get("time") instanceof Number time)) {
      throw new UnfitLine("time is not a number");
    }
    tick.put("time", Instant.ofEpochMilli(time.longValue()).toString());
    List<String> ends = new ArrayList<>();
    if (tick.get("ends") instanceof Map<?, ?> offsets) {
      offsets.forEach((partition, offset) -> ends.add(partition + "=" + offset));
    }
    tick.put("ends", ends);
  }

  /** What was withdrawn before it was counted is told without its text already. */
  private static void strike(Fields fields) {
    boolean withdrawn = fields.is("withdrawn");
    fields.put("withdrawn", withdrawn);
    if (withdrawn) {
      Personal.TEXTS.forEach(name -> fields.put(name, null));
      Personal.LISTS.forEach(name -> fields.put(name, List.of()));
    }
  }

  private static void split(Fields fields, Subject subject) {
    fields.put("subject", subject.key());
    fields.put("scope", scope(subject));
    fields.put("product", subject.product());
    fields.put("component", subject.component());
    fields.put("region", subject.region());
    fields.put("term", subject.term());
  }

  private static String scope(Subject subject) {
    if (subject.term() != null) {
      return "term";
    }
    if (subject.product() == null) {
      return "region";
    }
    if (subject.region() != null) {
      return "product_region";
    }
    if (subject.component() != null) {
      return "component";
    }
    return subject.product().equals(Subject.UNMATCHED) ? "unmatched" : "product";
  }

  private static void flatten(Fields fields, InputLine line) {
    split(
        fields,
        new Subject(
            part(fields, "product"),
            part(fields, "component"),
            part(fields, "region"),
            part(fields, "term")));
    fields.put("lead_status", fields.get(LEAD, "status"));
    fields.put("lead_seconds", fields.get(LEAD, "seconds"));
    fields.put("verdict", fields.get("verdict", "verdict"));
    fields.put("details", line.text());
  }

  private static @Nullable String part(Fields fields, String name) {
    return fields.get("subject", name) instanceof String text ? text : null;
  }

  /** What is kept of a line that is no row. */
  static GenericRowData unreadable(InputLine line, String reason) {
    int most = 1024;
    String text = line.text();
    Layout layout = Layout.of(HistoryTable.UNREADABLE);
    Fields fields = layout.none();
    fields.put("read_at", Instant.ofEpochMilli(line.readAt()).toString());
    fields.put("origin", line.origin());
    fields.put("reason", reason);
    fields.put("excerpt", text.length() > most ? text.substring(0, most) : text);
    try {
      return row(HistoryTable.UNREADABLE, layout, fields);
    } catch (UnfitLine impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
