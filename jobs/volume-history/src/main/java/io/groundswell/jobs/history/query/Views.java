package io.groundswell.jobs.history.query;

import io.groundswell.jobs.history.table.Column;
import io.groundswell.jobs.history.table.HistoryTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What there is to ask: the views of {@code views.sql}, in its order, over the tables. */
public final class Views {
  private static final Pattern HEAD = Pattern.compile("-- (\\w+) \\((\\w+)\\): (.*)");
  private static final Pattern COLUMN = Pattern.compile("--   (\\w+): (.*)");
  private static final Pattern GOES_ON = Pattern.compile("--     (.*)");

  private static final Pattern END = Pattern.compile(";\n(?:\n|$)");

  private Views() {}

  /** All views. */
  public static List<View> all() {
    List<View> views = new ArrayList<>();
    for (String part : END.splitAsStream(text()).toList()) {
      if (!part.isBlank()) {
        views.add(view(part));
      }
    }
    return views;
  }

  /** Makes them, over tables that are there. */
  static void create(DuckDb database) throws SQLException {
    for (View view : all()) {
      database.run(view.sql());
    }
  }

  private static String text() {
    try (InputStream file = Views.class.getResourceAsStream("views.sql")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static View view(String part) {
    String name = "";
    String grain = "";
    Map<String, String> own = new LinkedHashMap<>();
    Map<String, String> meanings = new LinkedHashMap<>();
    String last = "";
    for (String line : part.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      Matcher column = COLUMN.matcher(line);
      Matcher more = GOES_ON.matcher(line);
      if (head.matches()) {
        name = head.group(1);
        meanings.putAll(meanings(head.group(2)));
        grain = head.group(3);
      } else if (column.matches()) {
        last = column.group(1);
        own.put(last, column.group(2));
      } else if (more.matches() && last.isEmpty()) {
        grain = grain + " " + more.group(1);
      } else if (more.matches()) {
        own.merge(last, more.group(1), (before, after) -> before + " " + after);
      }
    }
    meanings.putAll(own);
    return new View(name, grain, meanings, part);
  }

  private static Map<String, String> meanings(String table) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Column column : HistoryTable.named(table).orElseThrow().columns()) {
      meanings.put(column.name(), column.meaning());
    }
    return meanings;
  }

  /**
   * A view.
   *
   * @param name its name
   * @param grain what one row is, and what to mind
   * @param meanings of columns, and of others that the table below it has
   * @param sql what makes it
   */
  public record View(String name, String grain, Map<String, String> meanings, String sql) {}
}
