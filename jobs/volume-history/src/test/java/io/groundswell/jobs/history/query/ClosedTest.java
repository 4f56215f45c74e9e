package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two walls, each of which holds by itself: how questions are read, and what DuckDB may do. */
class ClosedTest {
  private static final QueryLimits LIMITS =
      new QueryLimits(ZoneId.of("UTC"), Duration.ofSeconds(10), 256, 1);
  private static final String ELSEWHERE = "SELECT * FROM read_text('/etc/hostname')";

  private DuckDb database;

  @BeforeEach
  void open() throws SQLException {
    database = DuckDb.open(LIMITS);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void aFunctionThatReadsElsewhereIsNamed() {
    assertThatThrownBy(() -> Question.read(database, ELSEWHERE))
        .hasMessage(
            "SQL: read_text(…) is not allowed: a query reads the warehouse's tables and nothing"
                + " else");
  }

  @Test
  void aLockedDatabaseReadsNoOtherFileAndStaysLocked() throws Exception {
    database.lock(List.of("/tmp/mine.parquet"));

    assertThatThrownBy(() -> database.run(ELSEWHERE))
        .hasMessageContaining("disabled by configuration");
    assertThatThrownBy(() -> database.run("SET enable_external_access = true"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> database.run("SET threads = 64"))
        .hasMessageContaining("configuration has been locked");
  }
}
