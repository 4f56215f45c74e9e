package io.groundswell.jobs.history.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database in memory, for one query. It writes nothing, anywhere. */
final class DuckDb implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static DuckDb open(QueryLimits limits) throws SQLException {
    DuckDb database = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    database.run("SET autoinstall_known_extensions = false");
    database.run("SET autoload_known_extensions = false");
    database.run("SET temp_directory = ''");
    database.run("SET memory_limit = '%dMB'".formatted(limits.megabytes()));
    database.run("SET threads = " + limits.threads());
    database.run("SET TimeZone = " + text(limits.zone().getId()));
    database.run("CREATE SCHEMA raw");
    return database;
  }

  /** From now on it reads and writes these files and no others, and nothing can change that. */
  void lock(List<String> files) throws SQLException {
    run("SET allowed_paths = " + texts(files));
    run("SET enable_external_access = false");
    run("SET lock_configuration = true");
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A statement that the caller closes. */
  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  /** How DuckDB's parser reads a text. */
  JsonNode parse(String sql) throws SQLException {
    return json(one("SELECT json_serialize_sql(CAST(? AS VARCHAR))", sql));
  }

  /** The one statement in a text, without comments and what ends it. */
  String plain(String sql) throws SQLException {
    return one("SELECT json_deserialize_sql(json_serialize_sql(CAST(? AS VARCHAR)))", sql);
  }

  /** How a query would be answered. */
  JsonNode explain(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN (FORMAT json)\n" + sql)) {
      rows.next();
      return json(rows.getString("explain_value"));
    }
  }

  private String one(String sql, String argument) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A text as SQL writes it. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A list of texts as DuckDB writes it. */
  static String texts(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(DuckDb::text).toList()) + "]";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
