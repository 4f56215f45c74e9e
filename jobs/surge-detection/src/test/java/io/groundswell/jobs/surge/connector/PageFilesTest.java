package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.jobs.surge.page.Briefings;
import io.groundswell.jobs.surge.page.IncidentPage;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is what was said last, whatever is told twice. */
class PageFilesTest {
  private static final String ID = "pay/card@IT:20260306T132000Z";

  @TempDir Path temporary;
  private final SimpleCounter failures = new SimpleCounter();
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
  void resultsThatAreReplacedTakeTheirPagesWithThem() throws Exception {
    write("policy", 1);
    Path results = folder.getParent();
    Files.writeString(results.resolve("incidents.ndjson"), "old");

    LocalFiles.prepare(results, true, List.of("incidents.ndjson", Reports.FOLDER + "/"));
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void aLinkToAnotherFolderIsNotFollowed() throws Exception {
    write("policy", 1);
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

    new PageFolder(link).clear();
    assertThat(names()).hasSize(1);
  }

  @Test
  void aPageThatCannotBeWrittenWaitsAndStopsNothing() throws Exception {
    PageWriter writer = writer();
    Files.createDirectory(folder.resolve(Reports.file(ID) + ".part"));
    writer.write(Briefings.numbered(ID, 1), null);
    writer.write(Briefings.numbered("other:1", 1), null);
    writer.flush(false);
    assertThat(failures.getCount()).isEqualTo(3);
    assertThatThrownBy(() -> writer.flush(true)).isInstanceOf(IOException.class);

    Files.delete(folder.resolve(Reports.file(ID) + ".part"));
    writer.flush(true);
    assertThat(names()).containsExactlyInAnyOrder(Reports.file(ID), Reports.file("other:1"));
  }

  @Test
  void travelsToOtherMachines() throws Exception {
    PageFiles files = new PageFiles("pages", new IncidentPage(Briefings.CATALOGUE, false));

    assertThat(InstantiationUtil.clone(files)).isNotSameAs(files);
  }

  @Test
  void notMoreWaitThanThereIsRoomFor() throws Exception {
    PageWriter writer = writer();
    Files.delete(folder);
    for (int i = 0; i <= PageWriter.MOST_WAITING; i++) {
      writer.write(Briefings.numbered("pay:" + i, 1), null);
    }
    Files.createDirectory(folder);
    writer.flush(true);

    assertThat(names())
        .hasSize(PageWriter.MOST_WAITING)
        .doesNotContain(Reports.file("pay:0"))
        .contains(Reports.file("pay:1"));
  }

  private void write(String policy, int... sequences) throws Exception {
    PageWriter writer = writer();
    for (int sequence : sequences) {
      writer.write(Briefings.numbered(ID, sequence, policy), null);
    }
    writer.flush(true);
    writer.close();
  }

  private PageWriter writer() throws IOException {
    IncidentPage page = new IncidentPage(Catalogue.none(), false);
    return new PageWriter(PageFolder.make(folder), page, failures);
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
