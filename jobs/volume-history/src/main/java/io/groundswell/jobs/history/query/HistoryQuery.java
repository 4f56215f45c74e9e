package io.groundswell.jobs.history.query;

import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/**
 * Answers a question in SQL. It is planned twice: over empty tables, to see which rows of which
 * tables are asked for, and over those files of the tables that may have them.
 */
public final class HistoryQuery {
  /** What would plan otherwise for empty tables than for full ones. */
  private static final String ONLY_FOR_THESE_ROWS =
      "SET disabled_optimizers = 'statistics_propagation,compressed_materialization,empty_result_pullup'";

  private final Place place;
  private final QueryLimits limits;

  /** Questions to a warehouse. */
  public HistoryQuery(Place place, QueryLimits limits) {
    this.place = place;
    this.limits = limits;
  }

  /** What becomes of an answer. */
  @FunctionalInterface
  public interface Answer {
    /** Takes its rows, once. */
    void take(ResultSet rows) throws SQLException, IOException;
  }

  /** Asks. */
  public void ask(String sql, Answer answer) throws SQLException, IOException {
    ask(
        sql,
        List.of(),
        (database, statement) -> {
          try (ResultSet rows = statement.executeQuery(sql)) {
            answer.take(rows);
          }
        });
  }

  /** Asks, and leaves the answer in a Parquet file. */
  public void export(String sql, String file) throws SQLException, IOException {
    ask(
        sql,
        List.of(file),
        (database, statement) ->
            statement.execute(
                "COPY (%s) TO %s (FORMAT parquet, USE_TMP_FILE false)"
                    .formatted(database.plain(sql), DuckDb.text(file))));
  }

  private void ask(String sql, List<String> written, Asking asking)
      throws SQLException, IOException {
    Map<HistoryTable, Planned> planned = plan(sql);
    List<String> paths = new ArrayList<>(written);
    planned.values().forEach(table -> paths.addAll(table.files()));
    try (DuckDb database = DuckDb.open(limits)) {
      for (HistoryTable table : HistoryTable.values()) {
        Planned of = planned.get(table);
        if (of == null || of.files().isEmpty()) {
          RawTables.stub(database, table);
        } else {
          RawTables.read(database, table, of.schema(), of.files());
        }
      }
      Views.create(database);
      database.lock(paths);
      try (Statement statement = database.statement();
          Deadline deadline = new Deadline(statement, limits.timeout())) {
        try {
          asking.ask(database, statement);
        } catch (SQLException e) {
          throw deadline.passed() ? deadline.failure() : Mistakes.failed(e, limits);
        }
      }
    }
  }

  /** How many files an answer needs. */
  public int files(String sql) throws SQLException {
    return plan(sql).values().stream().mapToInt(table -> table.files().size()).sum();
  }

  /** The files that an answer needs. A table that is not asked for is not looked at. */
  Map<HistoryTable, Planned> plan(String sql) throws SQLException {
    Map<HistoryTable, Planned> planned = new EnumMap<>(HistoryTable.class);
    Map<HistoryTable, List<List<String>>> scans = scans(sql);
    try (Warehouse warehouse = Warehouse.open(place)) {
      for (Map.Entry<HistoryTable, List<List<String>>> asked : scans.entrySet()) {
        Table table = table(warehouse, asked.getKey());
        List<String> files = DataFiles.of(table, condition(table, asked.getValue()));
        planned.put(asked.getKey(), new Planned(table.schema(), files));
      }
    } catch (HistoryFailure said) {
      throw said;
    } catch (IOException | RuntimeException e) {
      throw Mistakes.unreadable(e);
    }
    return planned;
  }

  private Map<HistoryTable, List<List<String>>> scans(String sql) throws SQLException {
    try (DuckDb database = DuckDb.open(limits)) {
      for (HistoryTable table : HistoryTable.values()) {
        RawTables.stub(database, table);
      }
      Views.create(database);
      database.run(ONLY_FOR_THESE_ROWS);
      database.lock(List.of());
      Question question = Question.read(database, sql);
      try {
        return Pruning.scans(database.explain(sql));
      } catch (SQLException e) {
        throw Mistakes.of(e, question);
      }
    }
  }

  private static Table table(Warehouse warehouse, HistoryTable table) {
    if (!warehouse.has(table)) {
      throw new HistoryFailure(
          "the warehouse has no table %s; 'groundswell history' makes the tables that are missing"
              .formatted(table.label()));
    }
    return warehouse.table(table);
  }

  /** Several scans of a table read what any of them asks for. */
  private Expression condition(Table table, List<List<String>> asked) {
    Condition condition = new Condition(table.schema(), limits.zone());
    return asked.stream()
        .map(condition::all)
        .reduce(Expressions::or)
        .orElse(Expressions.alwaysTrue());
  }

  /**
   * What is read of a table.
   *
   * @param schema its columns, as Iceberg numbers them
   * @param files paths
   */
  record Planned(Schema schema, List<String> files) {}

  /** What is done with a database that is ready. */
  private interface Asking {
    void ask(DuckDb database, Statement statement) throws SQLException, IOException;
  }
}
