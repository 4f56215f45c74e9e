package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's own words for drafts. */
class DraftFilesTest {
  @TempDir Path folder;

  @Test
  void withoutAFolderTheWordsAreOurs() {
    assertThat(DraftFiles.read(null, "de").languages())
        .containsExactly("de", "en", "es", "fr", "pt");
  }

  @Test
  void aLanguageOfItsOwnIsOneFile() throws IOException {
    write("nl.txt", "# van ons\nreply = Dank u\n");

    assertThat(DraftFiles.read(folder, "nl").languages()).contains("nl", "en");
  }

  @Test
  void whatNothingFillsIsNamedWithItsPlace() throws IOException {
    write("de.txt", "reply = Danke\nannouncement = {customer}\n");

    assertThatThrownBy(() -> DraftFiles.read(folder, "de"))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            folder.resolve("de.txt") + ":2: {customer} is filled by nothing; use");
  }

  @Test
  void aFileThatNamesNoLanguageIsRefused() throws IOException {
    write("readme.txt", "hello");

    assertThatThrownBy(() -> DraftFiles.read(folder, "en"))
        .hasMessageEndingWith("readme.txt names no language; call it like de.txt");
  }

  @Test
  void aFolderWithoutWordsIsRefused() {
    assertThatThrownBy(() -> DraftFiles.read(folder, "en")).hasMessageContaining("has no template");
    assertThatThrownBy(() -> DraftFiles.read(folder.resolve("none"), "en"))
        .hasMessageContaining("is no folder that can be read");
  }

  @Test
  void aLanguageWithoutWordsIsRefused() {
    assertThatThrownBy(() -> DraftFiles.read(null, "xx"))
        .hasMessage(
            "there are no templates in 'xx'; use one of de, en, es, fr, pt, or write xx.txt");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
