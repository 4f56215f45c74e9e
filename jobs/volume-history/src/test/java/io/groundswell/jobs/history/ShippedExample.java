package io.groundswell.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.cli.CommandLines;
import java.nio.file.Path;

/** The example that is shipped, an invented shop's five days: counted, and kept. */
public final class ShippedExample {
  private static final Path FOLDER = Path.of("../../deploy/local/example");

  private ShippedExample() {}

  /** One of its files. */
  public static String file(String name) {
    return FOLDER.resolve(name).toString();
  }

  /** Counts it into a folder's {@code report} and keeps that in its {@code warehouse}. */
  public static void keep(Path folder) {
    String report = folder.resolve("report").toString();
    run(
        "detect",
        "--posts",
        file("posts.csv.gz"),
        "--format",
        "csv",
        "--columns",
        "id=ticket,created_at=when,text=body,author.id=who,geo.country=country",
        "--catalogue",
        file("catalogue.yaml"),
        "--changes",
        file("changes.ndjson"),
        "--keep-posts",
        "--out",
        report);
    run("history", "--report", report, "--warehouse", folder.resolve("warehouse").toString());
  }

  private static void run(String... command) {
    assertThat(CommandLines.run(command)).as(command[0]).isZero();
  }
}
