package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/sql} says of Flink, done to a warehouse of ours. */
class FlinkSqlIT {
  private static final Path SQL = Path.of("../../deploy/sql");

  @TempDir private Path folder;

  @Test
  void aRuleInFlinkSqlFindsTheSurge() throws Exception {
    Path warehouse = SmallReport.story().load(folder);
    TableEnvironment flink =
        TableEnvironment.create(EnvironmentSettings.newInstance().inBatchMode().build());
    // Our own file system without checksums, which this JVM knows by now, cannot say where a file
    // is.
    flink.getConfig().set("table.exec.iceberg.expose-split-locality-info", "false");
    List<Row> surges = new ArrayList<>();
    for (String file : List.of("catalogue.sql", "sudden.sql")) {
      String script =
          Files.readString(SQL.resolve(file)).replace("/path/to/warehouse", warehouse.toString());
      for (String statement : Pattern.compile(";\n").splitAsStream(script).toList()) {
        if (!statement.isBlank()) {
          surges.addAll(run(flink, statement));
        }
      }
    }
    assertThat(surges)
        .extracting(Row::toString)
        .containsExactly(
            "+I[OK]",
            "+I[OK]",
            "+I[shop, 2026-03-29T13:20:00Z, 2026-03-29T13:22:00Z, 3, 1.0]",
            "+I[shop, 2026-03-29T13:23:00Z, 2026-03-29T13:25:00Z, 3, 1.0]");
  }

  private static List<Row> run(TableEnvironment flink, String statement) throws Exception {
    List<Row> all = new ArrayList<>();
    CloseableIterator<Row> rows = flink.executeSql(statement).collect();
    try {
      rows.forEachRemaining(all::add);
    } finally {
      rows.close();
    }
    return all;
  }
}
