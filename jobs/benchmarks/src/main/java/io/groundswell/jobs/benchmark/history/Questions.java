package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.query.CsvAnswer;
import io.groundswell.jobs.history.query.HistoryQuery;
import io.groundswell.jobs.history.query.QueryLimits;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Asks a warehouse as {@code groundswell query} does: in new processes, and again in one. */
final class Questions {
  private static final int ROUNDS = 5;

  /** As the command has them where nothing is said. */
  private static final QueryLimits LIMITS =
      new QueryLimits(
          ZoneId.of("UTC"),
          Duration.ofMinutes(1),
          1_000,
          Runtime.getRuntime().availableProcessors());

  private final Path warehouse;
  private final OwnProcess processes;
  private final List<Watched> subjects;

  Questions(Path warehouse, OwnProcess processes, List<Watched> subjects) {
    this.warehouse = warehouse;
    this.processes = processes;
    this.subjects = subjects;
  }

  /** Asks one question of so many days and rows. */
  Asked ask(Question question, int days, long rows) throws Exception {
    String sql = question.sql(days, subjects);
    List<OwnProcess.Took> cold = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      cold.add(processes.run("query", "--warehouse", warehouse.toString(), "--format", "csv", sql));
    }
    HistoryQuery query = new HistoryQuery(Place.folder(warehouse), LIMITS);
    boolean answered = cold.stream().allMatch(took -> took.failure().isEmpty());
    List<Double> warm = answered ? warm(query, sql) : List.of();
    return new Asked(question, days, rows, query.files(sql), files(), cold, warm);
  }

  private static List<Double> warm(HistoryQuery query, String sql)
      throws SQLException, IOException {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      long begin = System.nanoTime();
      query.ask(sql, rows -> new CsvAnswer(Writer.nullWriter()).take(rows));
      if (round > 0) {
        seconds.add((System.nanoTime() - begin) / 1e9);
      }
    }
    return seconds;
  }

  private int files() throws IOException {
    try (Warehouse tables = Warehouse.open(Place.folder(warehouse))) {
      return new TableFiles(tables, HistoryTable.VOLUMES)
          .byDay().values().stream().mapToInt(List::size).sum();
    }
  }
}
