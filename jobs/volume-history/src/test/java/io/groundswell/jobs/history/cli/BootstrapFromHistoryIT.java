package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.cli.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first savepoint from kept posts knows what one from the posts themselves knows. */
class BootstrapFromHistoryIT {
  @TempDir private Path folder;

  @Test
  void theWarehouseTellsWhatThePostsTold() throws Exception {
    Scenario story = Scenario.of(11).calm("acme", Duration.ofDays(2), 30);
    String posts = Files.write(folder.resolve("posts.ndjson"), story.lines()).toString();
    Path catalogue = folder.resolve("acme.yaml");
    Files.copy(Path.of("src/test/resources/acme.yaml"), catalogue);
    Files.writeString(folder.resolve("groundswell.yaml"), "catalogue: acme.yaml\n");
    String report = folder.resolve("report").toString();
    String warehouse = folder.resolve("warehouse").toString();
    done(
        "detect",
        "--posts",
        posts,
        "--catalogue",
        catalogue.toString(),
        "--keep-posts",
        "--out",
        report);
    done("history", "--report", report, "--warehouse", warehouse);

    String kept = bootstrap("from-history", "--from-history", warehouse);
    String read = bootstrap("from-posts", "--from-posts", posts);

    assertThat(kept).contains("complaints an hour").isEqualTo(read);
    Console none =
        Console.run(arguments("none", "--from-history", folder.resolve("nowhere").toString()));
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.errLines()).singleElement().asString().contains("nowhere is no warehouse");
  }

  /** What the savepoint knows of a subject. */
  private String bootstrap(String name, String... source) {
    done(arguments(name, source));
    return done("state", "inspect", folder.resolve(name).toString(), "--key", "acme@IT").out();
  }

  private String[] arguments(String name, String... source) {
    List<String> all = new ArrayList<>(List.of("state", "bootstrap"));
    all.addAll(List.of(source));
    all.addAll(List.of("--config", folder.resolve("groundswell.yaml").toString()));
    all.addAll(List.of("--to", folder.resolve(name).toString()));
    return all.toArray(String[]::new);
  }

  private static Console done(String... arguments) {
    Console said = Console.run(arguments);
    assertThat(said.code()).as(said.err()).isZero();
    return said;
  }
}
