package io.groundswell.jobs.history.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.history.maintain.Retention;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFileTest {
  @TempDir private Path folder;

  @Test
  void theTemplateSaysWhatIsSoWithoutIt() throws IOException {
    HistorySettings settings = read(HistoryFile.template());
    assertThat(settings).isEqualTo(read("job: groundswell-history\n"));
    assertThat(settings.commitEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.folder()).isEqualTo(folder.resolve("warehouse").toString());
    assertThat(settings.catalogue()).isNull();
    assertThat(settings.retention().days())
        .containsEntry(HistoryTable.POSTS, 90)
        .doesNotContainKey(HistoryTable.VOLUMES);
    assertThat(settings.retention().snapshots()).isEqualTo(Retention.DEFAULT.snapshots());
    assertThat(settings.retention().strays()).isEqualTo(Retention.DEFAULT.strays());
  }

  @Test
  void aCatalogueOfYourOwnHasItsSecretFromTheEnvironmentAndDoesNotTellIt() throws IOException {
    HistorySettings settings =
        read("catalogue: {type: rest, uri: 'https://c.example', token: '${TOKEN}'}\n");
    assertThat(settings.folder()).isNull();
    Place catalogue = Objects.requireNonNull(settings.catalogue());
    assertThat(catalogue.properties()).containsEntry("token", "s3cret");
    assertThat(settings.toString() + catalogue).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comit_every: 1m | :1: unknown key 'comit_every'",
        "commit_every: 2h | :1: commit_every is 2h; use 1s to 1h",
        "retention: {posts: 90} | :1: posts is '90'; use 1d or more, or forever",
        "retention: {posts: 12h} | :1: posts is '12h'; use 1d or more, or forever",
        "maintenance: {strays: 1h} | :1: strays is 1h; use 1d to 365d",
        "{warehouse: w, catalogue: {type: rest}} | :1: both warehouse and catalogue are given; keep one"
      })
  void aMistakeIsToldWithItsLine(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  private HistorySettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("history.yaml"), text);
    return HistoryFile.read(file, Map.of("TOKEN", "s3cret"));
  }
}
