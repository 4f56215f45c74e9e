package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.jobs.surge.page.Briefings;
import io.groundswell.jobs.surge.page.IncidentPage;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is what was said last, whatever is told twice. */
class PageFilesTest {
  private static final String ID = "pay/card@IT:20260306T132000Z";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void name() {
    folder = temporary.resolve("out/incidents");
  }

  @Test
  void everyUpdateReplacesThePageOfItsIncident() throws Exception {
    write("policy", 1, 2, 3);

    assertThat(names()).containsExactly(Reports.file(ID));
    assertThat(page()).contains("update 3,");
  }

  @Test
  void aJobThatStartsAgainDoesNotTurnItBack() throws Exception {
    write("policy", 1, 2, 3);
    write("policy", 2);
    assertThat(page()).contains("update 3,");

    write("policy", 3, 4);
    assertThat(page()).contains("update 4,");
  }

  @Test
  void otherRulesBeginAnew() throws Exception {
    write("policy", 1, 2, 3);
    write("another-policy", 1);

    assertThat(page()).contains("update 1,");
  }

  @Test
  void whatNobodyCanReadIsReplaced() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(Reports.file(ID)), "half a pa");
    write("policy", 1);

    assertThat(page()).contains("update 1,");
  }

  @Test
  void onlyPagesAreRemoved() throws Exception {
    write("policy", 1);
    Files.writeString(folder.resolve("mine.html"), "<!DOCTYPE html><p>mine");
    Files.writeString(folder.resolve("notes.txt"), "mine as well");

    new PageFolder(folder).clear();
    assertThat(names()).containsExactly("mine.html", "notes.txt");
  }

  @Test
  void aFolderOfNothingButPagesIsRemoved() throws Exception {
    write("policy", 1);

    new PageFolder(folder).clear();
    assertThat(folder).doesNotExist();
    assertThat(folder.getParent()).exists();
  }

  @Test
  void aLinkToAnotherFolderIsNotFollowed() throws Exception {
    write("policy", 1);
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

    new PageFolder(link).clear();
    assertThat(names()).hasSize(1);
  }

  private void write(String policy, int... sequences) throws Exception {
    IncidentPage page = new IncidentPage(Catalogue.none(), policy);
    SinkWriter<Briefing> writer = new PageFiles(folder.toString(), page).createWriter(null);
    for (int sequence : sequences) {
      writer.write(Briefings.numbered(ID, sequence), null);
    }
    writer.flush(true);
    writer.close();
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve(Reports.file(ID)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
