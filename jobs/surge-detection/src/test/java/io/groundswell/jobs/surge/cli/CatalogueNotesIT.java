package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command says of a catalogue that is sound. */
class CatalogueNotesIT {
  @TempDir Path folder;

  @Test
  void misspellingsThatTwoProductsShareAreTold() throws IOException {
    Path catalogue = Files.writeString(folder.resolve("catalogue.yaml"), twoAlike());
    Path posts =
        Files.writeString(
            folder.resolve("posts.ndjson"),
            """
            {"id":"1","source":"x","created_at":"2026-03-02T10:00:00Z","text":"zarelt is down"}
            {"id":"2","source":"x","created_at":"2026-03-02T10:01:00Z","text":"zarletta is down"}
            """);

    Console judged =
        Console.run(
            "triage",
            "--catalogue",
            catalogue.toString(),
            "--posts",
            posts.toString(),
            "--out",
            "-");

    assertThat(judged.code()).as(judged.err()).isZero();
    assertThat(judged.errLines())
        .first()
        .asString()
        .isEqualTo(
            catalogue
                + ": 'zarelt' may be meant for 'zarelto' or 'zarelta' and names neither;"
                + " write it as an alias of one");
    assertThat(judged.out().lines().toList())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"products\":[]"),
            second -> assertThat(second).contains("\"products\":[]"));
  }

  private static String twoAlike() {
    return """
        products:
          - {id: one, aliases: [zarelto]}
          - {id: two, aliases: [zarelta]}
        """;
  }
}
