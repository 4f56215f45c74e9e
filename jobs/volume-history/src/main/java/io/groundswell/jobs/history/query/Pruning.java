package io.groundswell.jobs.history.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.history.table.HistoryTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which rows of which tables a plan of DuckDB reads. */
final class Pruning {
  private static final String TABLE = "memory.raw.";

  private Pruning() {}

  /** Every scan of every table, each with all of its conditions. */
  static Map<HistoryTable, List<List<String>>> scans(JsonNode plan) {
    Map<HistoryTable, List<List<String>>> scans = new EnumMap<>(HistoryTable.class);
    collect(plan, scans);
    return scans;
  }

  private static void collect(JsonNode node, Map<HistoryTable, List<List<String>>> scans) {
    if (node.isArray()) {
      node.forEach(one -> collect(one, scans));
      return;
    }
    JsonNode said = node.path("extra_info");
    String name = said.path("Table").asText();
    if (name.startsWith(TABLE)) {
      // Only here do names mean the table's columns; in nodes above a query may have given others.
      HistoryTable.named(name.substring(TABLE.length()))
          .ifPresent(
              table ->
                  scans
                      .computeIfAbsent(table, first -> new ArrayList<>())
                      .add(conditions(said.path("Filters"))));
    }
    collect(node.path("children"), scans);
  }

  private static List<String> conditions(JsonNode filters) {
    List<String> conditions = new ArrayList<>();
    if (filters.isTextual()) {
      conditions.add(filters.textValue());
    }
    filters.forEach(one -> conditions.add(one.asText()));
    return conditions;
  }
}
