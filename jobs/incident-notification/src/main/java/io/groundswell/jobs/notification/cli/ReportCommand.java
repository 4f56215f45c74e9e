package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.notification.connector.ReportFiles;
import io.groundswell.jobs.notification.connector.ReportInput;
import io.groundswell.jobs.notification.connector.ReportTopics;
import io.groundswell.jobs.notification.connector.SummaryFile;
import io.groundswell.jobs.notification.report.Period;
import io.groundswell.jobs.notification.report.Records;
import io.groundswell.jobs.notification.report.ReportPage;
import io.groundswell.jobs.notification.report.ReportText;
import io.groundswell.jobs.notification.report.Totals;
import io.groundswell.jobs.notification.report.Week;
import io.groundswell.jobs.notification.settings.ReportFile;
import io.groundswell.jobs.notification.settings.ReportSettings;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a week of incidents came to. */
@Command(
    name = "report",
    description = {
      "What a week came to: pages per team, acknowledged, judged, muted, never acted on, leads,"
          + " catalogue gaps, model drift.",
      "Reads topics that --config names, or files; writes report.html and report.txt to --out and"
          + " prints the latter."
    },
    footer = {
      "",
      "Examples:",
      "  groundswell report --config notify.yaml --out week",
      "  groundswell report --incidents r/incidents.ndjson --leads r/lead-ledger.ndjson \\",
      "      --summary r/summary.json --week 2026-W10 --out week"
    })
final class ReportCommand implements Callable<Integer> {
  private static final String PAGE = "report.html";
  private static final String TEXT = "report.txt";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of notification (YAML): brokers and topics are read there.")
  private Path config;

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "In place of --config: updates of incidents, as 'detect' writes them.")
  private String incidents;

  @Option(
      names = "--deliveries",
      paramLabel = "FILE",
      description = "Records of the topic of deliveries; without them nothing is known of pages.")
  private String deliveries;

  @Option(names = "--verdicts", paramLabel = "FILE", description = "What people answered.")
  private String verdicts;

  @Option(names = "--mutes", paramLabel = "FILE", description = "Mutes.")
  private String mutes;

  @Option(
      names = "--leads",
      paramLabel = "FILE",
      description = "The lead ledger: lead-ledger.ndjson of 'detect'.")
  private String leads;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "Records of the topic 'ledger': posts and complaints, minute by minute.")
  private String ledger;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "summary.json of 'detect': names that the catalogue lacks.")
  private Path summary;

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "Such as 2026-W10; default the last whole week before the newest record.")
  private String week;

  @Option(names = "--from", paramLabel = "DATE", description = "In place of a week: first day.")
  private String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, included.")
  private String to;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path out;

  @Option(names = "--force", description = "Replace the results in --out.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    Period wanted = wanted();
    Map<ReportInput, String> files = files();
    if ((config == null) == (incidents == null)) {
      throw new UsageError("give either --config, to read topics, or --incidents, to read files");
    }
    if (config != null && !files.isEmpty()) {
      throw new UsageError("--config reads topics: leave the files away, but for --summary");
    }
    LocalFiles.prepare(out, force, List.of(PAGE, TEXT));
    Totals totals = summary == null ? null : SummaryFile.read(summary);
    Records records = config == null ? ReportFiles.read(files, totals) : topics(totals);
    Period period = wanted == null ? lastWeek(records) : wanted;
    Week worked = Week.of(records, period);
    String text = ReportText.of(records, worked);
    write(PAGE, ReportPage.of(records, worked));
    write(TEXT, text);
    System.out.print(text);
    return 0;
  }

  private static Period lastWeek(Records records) {
    if (records.newest().isEmpty()) {
      throw new UsageError("there are no records, so there is no last week; name one with --week");
    }
    return Period.lastWeekBefore(records.newest().getAsLong());
  }

  private Records topics(Totals totals) {
    ReportSettings settings = ReportFile.read(config, System.getenv());
    return ReportTopics.read(settings.kafka(), settings.topics(), totals);
  }

  private Map<ReportInput, String> files() {
    Map<ReportInput, String> files = new EnumMap<>(ReportInput.class);
    add(files, ReportInput.INCIDENTS, incidents);
    add(files, ReportInput.DELIVERIES, deliveries);
    add(files, ReportInput.VERDICTS, verdicts);
    add(files, ReportInput.MUTES, mutes);
    add(files, ReportInput.LEADS, leads);
    add(files, ReportInput.LEDGER, ledger);
    return files;
  }

  private static void add(Map<ReportInput, String> files, ReportInput input, String path) {
    if (path != null) {
      files.put(input, path);
    }
  }

  private Period wanted() {
    if (week != null && (from != null || to != null)) {
      throw new UsageError("--week and --from, --to say the same; give one of them");
    }
    if ((from == null) != (to == null)) {
      throw new UsageError("--from and --to belong together; give both");
    }
    try {
      return week != null ? Period.week(week) : from != null ? days() : null;
    } catch (DateTimeException e) {
      throw new UsageError(
          week != null
              ? "--week is '%s'; use a week such as 2026-W10".formatted(week)
              : "--from is '%s' and --to is '%s'; use dates such as 2026-03-02"
                  .formatted(from, to));
    }
  }

  private Period days() {
    LocalDate first = LocalDate.parse(from);
    LocalDate last = LocalDate.parse(to);
    if (last.isBefore(first)) {
      throw new UsageError("--to is %s, before --from; change them over".formatted(last));
    }
    return new Period(first, last.plusDays(1));
  }

  private void write(String name, String text) throws IOException {
    try (Writer writer = LocalFiles.writer(out.resolve(name).toString())) {
      writer.write(text);
    }
  }
}
