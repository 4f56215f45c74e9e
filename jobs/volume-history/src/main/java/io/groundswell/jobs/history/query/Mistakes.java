package io.groundswell.jobs.history.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.surge.connector.BadInput;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a question or a warehouse, in one line. */
final class Mistakes {
  private static final Pattern KIND =
      Pattern.compile(
          "^(?:Invalid Input Error: Attempting to execute.*?\nError: )?(.*? Error): ",
          Pattern.DOTALL);
  private static final Pattern NO_COLUMN =
      Pattern.compile(
          "Referenced column \"(.*?)\" not found|does not have a column named \"(.*?)\"");
  private static final Pattern CANDIDATES = Pattern.compile("Candidate bindings: (.*)");
  private static final Pattern NO_TABLE =
      Pattern.compile("Table with name \"?(.*?)\"? does not exist");
  private static final Pattern LINE = Pattern.compile("LINE (\\d+): (.*)\n( *)\\^");
  private static final int SHOWN = 40;

  private Mistakes() {}

  /** A text that is no SQL. */
  static String syntax(String sql, JsonNode parsed) {
    String said = parsed.path("error_message").asText();
    String position = parsed.path("position").asText();
    int at = position.matches("\\d+") ? Integer.parseInt(position) : sql.length();
    return "SQL: " + said + where(sql, Math.min(at, sql.length()));
  }

  private static String where(String sql, int at) {
    long line = sql.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    String rest = sql.substring(at).strip();
    return rest.isEmpty() ? " (line %d, at the end)".formatted(line) : place(line, rest);
  }

  private static String place(long line, String rest) {
    String first = rest.lines().findFirst().orElse("");
    String shown = first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first;
    return " (line %d, at: %s)".formatted(line, shown);
  }

  /** A question that cannot be answered. */
  static BadInput of(SQLException mistake, Question question) {
    String said = String.valueOf(mistake.getMessage());
    String where = place(said);
    Matcher column = NO_COLUMN.matcher(said);
    if (column.find()) {
      String name = column.group(1) == null ? column.group(2) : column.group(1);
      return new BadInput(noColumn(name, said, question) + where);
    }
    Matcher table = NO_TABLE.matcher(said);
    if (table.find()) {
      List<String> names = Views.all().stream().map(Views.View::name).toList();
      return new BadInput(
          "SQL: there is no table %s%s; there are %s"
              .formatted(table.group(1), where, String.join(", ", names)));
    }
    return new BadInput("SQL: " + plain(said) + where);
  }

  private static String noColumn(String name, String said, Question question) {
    Matcher candidates = CANDIDATES.matcher(said);
    String nearest =
        candidates.find() ? "; nearest are " + candidates.group(1).replace("\"", "") : "";
    return "SQL: there is no column %s in %s%s; --views lists all"
        .formatted(name, String.join(", ", question.tables()), nearest);
  }

  /** The place that DuckDB points to; its first line is our own. */
  private static String place(String said) {
    Matcher line = LINE.matcher(said);
    if (!line.find()) {
      return "";
    }
    int at = line.group(3).length() - "LINE %s: ".formatted(line.group(1)).length();
    String text = line.group(2);
    return place(
        Long.parseLong(line.group(1)) - 1,
        text.substring(Math.max(0, Math.min(at, text.length()))));
  }

  private static String plain(String said) {
    String rest = KIND.matcher(said).replaceFirst("");
    return LINE.matcher(rest).replaceFirst("").strip();
  }

  /** A question that was fit, and yet not answered. */
  static RuntimeException failed(SQLException failure, QueryLimits limits) {
    String said = String.valueOf(failure.getMessage());
    if (said.contains("Out of Memory Error")) {
      return new HistoryFailure(
          "%d MB of memory are not enough; ask for fewer days or columns, or allow more with --memory"
              .formatted(limits.megabytes()));
    }
    if (said.contains("Conversion Error") || said.contains("Out of Range Error")) {
      return new BadInput("SQL: " + plain(said));
    }
    return new HistoryFailure("the query failed: " + plain(said));
  }

  /** A catalogue or a table's own files that cannot be read. */
  static HistoryFailure unreadable(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = String.valueOf(cause.getMessage());
    if (said.contains("SQLITE_BUSY") || said.contains("SQLITE_LOCKED")) {
      return new HistoryFailure(
          "the warehouse's catalogue is locked by another process; wait until it has ended, then ask again");
    }
    return new HistoryFailure(
        "the warehouse cannot be read: %s; bring it back from a copy, or load the report into a new one"
            .formatted(said));
  }
}
