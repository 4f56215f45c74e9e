package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.history.backtest.Candidate;
import io.groundswell.jobs.history.backtest.KeptHistory;
import io.groundswell.jobs.history.connector.ReportFiles;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.cli.CommandLines;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example, and what the job tells of it again when it has only what was kept. */
class TrialIT {
  private static final Path EXAMPLE = Path.of("../../deploy/local/example");

  @TempDir private static Path folder;
  private static Path report;
  private static KeptHistory history;

  @BeforeAll
  static void keep() throws Exception {
    report = folder.resolve("report");
    int code =
        CommandLines.run(
            "detect",
            "--posts",
            EXAMPLE.resolve("posts.csv.gz").toString(),
            "--format",
            "csv",
            "--columns",
            "id=ticket,created_at=when,text=body,author.id=who,geo.country=country",
            "--changes",
            EXAMPLE.resolve("changes.ndjson").toString(),
            "--catalogue",
            EXAMPLE.resolve("catalogue.yaml").toString(),
            "--keep-posts",
            "--out",
            report.toString());
    assertThat(code).isZero();
    Place place = WarehouseFolder.make(folder.resolve("warehouse"));
    new Loading(place, ReportFiles.in(report)).run(0);
    history = KeptHistory.of(place, null, null);
  }

  @Test
  void theSameRulesTellTheSame() throws Exception {
    Path again = Files.createDirectory(folder.resolve("again"));
    Rules rules =
        Rules.of(CatalogueFile.read(EXAMPLE.resolve("catalogue.yaml")), Policy.defaults());
    new Trial(history, List.of(), List.of(EXAMPLE.resolve("changes.ndjson").toString()), 2)
        .run(new Candidate("live", rules), again);

    assertThat(again.resolve("volumes.csv")).hasSameTextualContentAs(report.resolve("volumes.csv"));
    assertThat(Files.readAllLines(again.resolve("incidents.ndjson")))
        .isEqualTo(Files.readAllLines(report.resolve("incidents.ndjson")));
  }
}
