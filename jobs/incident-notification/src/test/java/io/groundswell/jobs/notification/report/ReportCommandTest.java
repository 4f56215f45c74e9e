package io.groundswell.jobs.notification.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.connector.ReportInput;
import io.groundswell.jobs.surge.cli.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over files, from its arguments to what it writes. */
class ReportCommandTest {
  @TempDir Path folder;

  @Test
  void saysWhatTheWeekCameTo() throws IOException {
    Console console = report("--week", "2026-W10");

    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .startsWith("Groundswell, week 2026-W10 (2026-03-02 to 2026-03-08)\n")
        .contains(
            "* 6 incidents (team-pay 3, team-mobile 2, nobody 1); 4 paged somebody, 5 pages in all.")
        .contains("* Never acted on: shop@IT (team-pay).")
        .contains("* 2 notices could not be delivered")
        .contains("of those judged real or false, 50 % were real")
        .contains("simulated support queue")
        .contains("Sat 2026-03-07    0")
        .contains("Mon 2026-03-02    3  ###")
        .contains("@harborpay")
        .contains("channel_not_found")
        .contains("stock-taking");
    assertThat(written("report.txt")).isEqualTo(console.out());
    assertThat(written("report.html")).startsWith("<!DOCTYPE html>").contains("Never acted on");
  }

  @Test
  void takesTheLastWholeWeekBeforeTheNewestRecord() {
    assertThat(report().out()).startsWith("Groundswell, week 2026-W10");
  }

  @Test
  void whatStrangersWroteIsHarmless() throws IOException {
    Console console = report("--week", "2026-W10");

    assertThat(written("report.html"))
        .doesNotContain("<script", "<b>", "\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "moving the &lt;b&gt;core&lt;/b&gt;");
    assertThat(console.out().chars().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
    assertThat(console.out()).doesNotContain("\u202e");
  }

  @Test
  void afterDetectItSaysWhatIsNotKnown() {
    Console console =
        run(
            "--incidents",
            Given.file(ReportInput.INCIDENTS).toString(),
            "--summary",
            Given.file("summary.json").toString(),
            "--from",
            "2026-03-02",
            "--to",
            "2026-03-08");

    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .contains("6 incidents (team-pay 3, team-mobile 2, nobody 1); no deliveries")
        .contains("Not known: no deliveries were given")
        .contains("No lead ledger was given")
        .contains(
            "Not given, so not known: deliveries, verdicts, mutes, the lead ledger, the ledger.")
        .contains("26.7 % of 3,151 complaints in the whole run name no product")
        .contains("#<b>down</b>");
  }

  @Test
  void aWeekOfWhichNothingIsKnownSaysWhereTheRecordsAre() {
    assertThat(report("--week", "2025-W20").out())
        .contains("the records are of 2026-02-23 to 2026-03-09; name another week");
  }

  @Test
  void readsGzipAndSaysTheSameTwice() throws IOException {
    Path zipped = folder.resolve("incidents.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(Given.file(ReportInput.INCIDENTS), out);
    }
    String plain = report("--week", "2026-W10").out();

    Console again = report("--week", "2026-W10", "--force", "--incidents=" + zipped);

    assertThat(again.out()).isEqualTo(plain);
  }

  @Test
  void refusesWhatIsNoRecordWithItsLine() throws IOException {
    Path bad = folder.resolve("bad.ndjson");
    Files.writeString(
        bad, Files.readAllLines(Given.file(ReportInput.INCIDENTS)).get(0) + "\n{\"a\"");
    refused("bad.ndjson:2: not JSON", "--incidents", bad.toString());

    Files.writeString(bad, "{\"id\": 1}\n");
    refused("bad.ndjson:1: no update of an incident", "--incidents", bad.toString());
    String good = Given.file(ReportInput.INCIDENTS).toString();
    for (String option : List.of("--deliveries", "--verdicts", "--mutes", "--leads", "--ledger")) {
      refused("bad.ndjson:1: ", "--incidents", good, option, bad.toString());
    }
    refused("bad.ndjson:1: no summary", "--incidents", good, "--summary", bad.toString());
  }

  @Test
  void refusesWhatItCannotUse() {
    String good = Given.file(ReportInput.INCIDENTS).toString();
    refused("give either --config", "--week", "2026-W10");
    refused("--week is '2026-W60'", "--incidents", good, "--week", "2026-W60");
    refused("--to is 2026-03-01", "--incidents", good, "--from=2026-03-02", "--to=2026-03-01");
    refused("--from and --to belong together", "--incidents", good, "--from=2026-03-02");
    refused("use dates such as", "--incidents", good, "--from=monday", "--to=2026-03-01");
    refused("there is no file to read at nowhere", "--incidents", "nowhere");
    refused("--config reads topics", "--config", "notify.yaml", "--leads", good);
  }

  private void refused(String why, String... arguments) {
    Console console = run(arguments);
    assertThat(console.code()).as(console.err()).isEqualTo(2);
    assertThat(console.errLines()).singleElement().asString().contains(why);
    assertThat(folder.resolve("week").resolve("report.txt")).doesNotExist();
  }

  /** With all files, unless the arguments name others. */
  private Console report(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    for (ReportInput input : ReportInput.values()) {
      String option = "--" + input.name().toLowerCase(Locale.ROOT);
      if (all.stream().noneMatch(one -> one.startsWith(option + "="))) {
        all.add(option + "=" + Given.file(input));
      }
    }
    all.add("--summary=" + Given.file("summary.json"));
    return run(all.toArray(new String[0]));
  }

  private Console run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--out", folder.resolve("week").toString()));
    return Console.run(all.toArray(new String[0]));
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve("week").resolve(name));
  }
}
