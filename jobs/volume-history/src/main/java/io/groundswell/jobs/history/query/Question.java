package io.groundswell.jobs.history.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.surge.connector.BadInput;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One statement that only reads, as DuckDB's own parser sees it.
 *
 * @param sql as it was asked
 * @param tables names of views and tables in it
 */
record Question(String sql, Set<String> tables) {
  /** What may stand in FROM beside tables: makes rows out of what is given to it. */
  private static final Set<String> FUNCTIONS =
      Set.of("range", "generate_series", "unnest", "repeat", "json_each", "json_tree");

  private static final String READS =
      "a query reads and changes nothing: ask with SELECT, FROM, WITH, VALUES, DESCRIBE,"
          + " SUMMARIZE or SHOW";

  /**
   * Reads a question.
   *
   * @throws BadInput where it is none, or would do more than read
   */
  static Question read(DuckDb database, String sql) throws SQLException {
    JsonNode parsed = database.parse(sql);
    if (parsed.path("error").asBoolean()) {
      throw new BadInput(
          parsed.path("error_type").asText().equals("parser")
              ? Mistakes.syntax(sql, parsed)
              : "SQL: " + READS);
    }
    JsonNode statements = parsed.path("statements");
    if (statements.size() != 1) {
      throw new BadInput(
          statements.isEmpty()
              ? "SQL: there is no statement; " + READS
              : "SQL: there are %d statements; ask one at a time".formatted(statements.size()));
    }
    Set<String> tables = new LinkedHashSet<>();
    walk(statements.get(0), tables);
    return new Question(sql, tables);
  }

  private static void walk(JsonNode node, Set<String> tables) {
    String type = node.path("type").asText();
    if (type.equals("BASE_TABLE")) {
      tables.add(node.path("table_name").asText());
    }
    if (type.equals("TABLE_FUNCTION")) {
      String name = node.path("function").path("function_name").asText();
      if (!FUNCTIONS.contains(name)) {
        throw new BadInput(
            "SQL: %s(…) is not allowed: a query reads the warehouse's tables and nothing else"
                .formatted(name));
      }
    }
    node.forEach(part -> walk(part, tables));
  }
}
