package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.query.CsvAnswer;
import io.groundswell.jobs.history.query.HistoryFailure;
import io.groundswell.jobs.history.query.HistoryQuery;
import io.groundswell.jobs.history.query.JsonAnswer;
import io.groundswell.jobs.history.query.QueryLimits;
import io.groundswell.jobs.history.query.TableAnswer;
import io.groundswell.jobs.history.query.ViewList;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.Durations;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the history in SQL. */
@Command(
    name = "query",
    description = {
      "Asks what was counted, in SQL (DuckDB's). Reads the warehouse's tables and changes nothing.",
      "Without SQL it shows what there is to ask."
    },
    footer = {
      "",
      "Examples:",
      "  groundswell query --warehouse warehouse --views",
      "  groundswell query --warehouse warehouse \"SELECT day, product, complaints FROM top_products\"",
      "  groundswell query --warehouse warehouse --tz Europe/Berlin --format csv --out days.csv \\",
      "    \"SELECT * FROM complaints_per_day WHERE scope = 'product' AND day >= '2026-03-01'\"",
      "  groundswell query --warehouse warehouse --file question.sql"
    })
final class QueryCommand implements Callable<Integer> {
  private static final String STANDARD = "-";
  private static final int FAILED = 1;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "The folder that 'history' has made.")
  private Path warehouse;

  @Parameters(
      arity = "0..1",
      paramLabel = "SQL",
      description = "One question; - reads it from standard input.")
  private @Nullable String sql;

  @Option(names = "--file", paramLabel = "FILE", description = "Reads the question from a file.")
  private @Nullable Path file;

  @Option(names = "--views", description = "Shows what there is to ask.")
  private boolean views;

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      description = "Whose days and hours are meant, such as Europe/Berlin; default UTC.")
  private String zone = "UTC";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table (default), csv, json (an object a line) or parquet (with --out). Tables show times in"
              + " --tz, the others say them in UTC.")
  private String format = "table";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write; default -, standard output.")
  private String out = STANDARD;

  @Option(names = "--force", description = "Replace the file of --out.")
  private boolean force;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "Gives up after 60s (default), 5m …")
  private String timeout = "60s";

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Memory that a question may use: 1GB (default), 500MB …")
  private String memory = "1GB";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processors that a question may use; default all.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws SQLException, IOException {
    QueryLimits limits = limits();
    String question = question();
    if (views || question == null) {
      System.out.print(ViewList.text(limits));
      return 0;
    }
    requireFormat();
    HistoryQuery query = new HistoryQuery(WarehouseFolder.existing(warehouse), limits);
    try {
      if (format.equals("parquet")) {
        query.export(question, Path.of(out).toAbsolutePath().toString());
      } else {
        answer(query, question, limits);
      }
      return 0;
    } catch (HistoryFailure failure) {
      System.err.println(failure.getMessage().replaceAll("\\s*\\R\\s*", " "));
      return FAILED;
    }
  }

  private void answer(HistoryQuery query, String question, QueryLimits limits)
      throws SQLException, IOException {
    query.ask(
        question,
        rows -> {
          Writer writer = LocalFiles.writer(out);
          answer(writer, limits).take(rows);
          writer.flush();
          if (!out.equals(STANDARD)) {
            writer.close();
          }
        });
  }

  private HistoryQuery.Answer answer(Writer writer, QueryLimits limits) {
    return switch (format) {
      case "csv" -> new CsvAnswer(writer);
      case "json" -> new JsonAnswer(writer);
      default -> new TableAnswer(writer, limits.zone());
    };
  }

  private @Nullable String question() throws IOException {
    if (sql != null && file != null) {
      throw new UsageError("both SQL and --file are given; choose one");
    }
    if (file != null) {
      LocalFiles.requireReadable("--file", file.toString());
      return LocalFiles.text(file);
    }
    return STANDARD.equals(sql)
        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
        : sql;
  }

  private void requireFormat() {
    if (!format.matches("table|csv|json|parquet")) {
      throw new UsageError("--format is '%s'; use table, csv, json or parquet".formatted(format));
    }
    boolean standard = out.equals(STANDARD);
    if (standard && format.equals("parquet")) {
      throw new UsageError("--format parquet needs --out: name a file");
    }
    if (!standard && LocalFiles.isFolder(Path.of(out))) {
      throw new UsageError("--out: %s is a folder; name a file".formatted(out));
    }
    if (!standard && !force && LocalFiles.exists(Path.of(out))) {
      throw new UsageError("--out: %s is there; name another file, or add --force".formatted(out));
    }
  }

  private QueryLimits limits() {
    if (threads < 1) {
      throw new UsageError("--threads is %d; use 1 or more".formatted(threads));
    }
    Duration longest =
        Durations.parse(timeout)
            .filter(duration -> !duration.isZero())
            .orElseThrow(
                () -> new UsageError("--timeout is '%s'; use 60s, 5m or 1h".formatted(timeout)));
    return new QueryLimits(zone(), longest, megabytes(), threads);
  }

  private ZoneId zone() {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new UsageError("--tz is '%s'; use UTC or a name such as Europe/Berlin".formatted(zone));
    }
    return ZoneId.of(zone);
  }

  private int megabytes() {
    String size = memory.toUpperCase(Locale.ROOT);
    if (!size.matches("[1-9][0-9]{0,5}(MB|GB)")) {
      throw new UsageError("--memory is '%s'; use 500MB, 1GB or more".formatted(memory));
    }
    int amount = Integer.parseInt(size.substring(0, size.length() - 2));
    return size.endsWith("GB") ? amount * 1000 : amount;
  }
}
