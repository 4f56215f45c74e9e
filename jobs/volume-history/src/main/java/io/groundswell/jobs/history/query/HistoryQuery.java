package io.groundswell.jobs.history.query;

import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                "COPY (%s) TO %s (FORMAT parquet)"
                    .formatted(database.plain(sql), DuckDb.text(file))));
  }

  private void ask(String sql, List<String> written, Asking asking)
      throws SQLException, IOException {
    Map<HistoryTable, List<List<String>>> scans = plan(sql);
    try (DuckDb database = DuckDb.open(limits)) {
      List<String> paths = new ArrayList<>(written);
      paths.addAll(read(database, scans));
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

  private Map<HistoryTable, List<List<String>>> plan(String sql) throws SQLException {
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

  /** Makes all tables; those that are not asked for have no rows. */
  private List<String> read(DuckDb database, Map<HistoryTable, List<List<String>>> scans)
      throws SQLException {
    List<String> all = new ArrayList<>();
    try (Warehouse warehouse = Warehouse.open(place)) {
      for (HistoryTable table : HistoryTable.values()) {
        List<List<String>> asked = scans.getOrDefault(table, List.of());
        List<String> files = new ArrayList<>();
        if (!asked.isEmpty()) {
          Table of = table(warehouse, table);
          files.addAll(DataFiles.of(of, condition(of, asked)));
          if (!files.isEmpty()) {
            RawTables.read(database, table, of.schema(), files);
          }
        }
        if (files.isEmpty()) {
          RawTables.stub(database, table);
        }
        all.addAll(files);
      }
    } catch (HistoryFailure | SQLException said) {
      throw said;
    } catch (IOException | RuntimeException e) {
      throw Mistakes.unreadable(e);
    }
    return all;
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

  /** What is done with a database that is ready. */
  private interface Asking {
    void ask(DuckDb database, Statement statement) throws SQLException, IOException;
  }
}
