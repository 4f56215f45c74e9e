package io.groundswell.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image's build file: pinned images, two stages, no root, no secret. */
class ImageTest {
  private final List<String> lines = Files.readAllLines(Manifests.HERE.resolve("Dockerfile"));

  ImageTest() throws Exception {}

  @Test
  void itsImagesArePinned() {
    assertThat(starting("ARG "))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).matches("ARG [A-Z]+=[a-z]+:[0-9][^ ]*"));
    assertThat(starting("FROM ")).containsExactly("FROM ${BUILD} AS build", "FROM ${FLINK}");
  }

  @Test
  void itDoesNotRunAsRootAndTheJobCannotChangeItsOwnJars() {
    assertThat(lines.get(lines.size() - 1)).isEqualTo("USER 9999:9999");
    assertThat(starting("COPY --from=build")).hasSize(3).noneMatch(line -> line.contains("chown"));
  }

  @Test
  void nothingIsFetchedFromElsewhereAndNoSecretIsBuiltIn() {
    assertThat(lines).filteredOn(ImageTest::isForbidden).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD https://elsewhere.example/plugin.jar usrlib/",
        "RUN curl --silent https://elsewhere.example/plugin.jar --output usrlib/plugin.jar",
        "ENV KAFKA_PASSWORD=hush",
        "ARG TOKEN",
        "COPY groundswell.yaml usrlib/",
        "COPY . usrlib/",
      })
  void aSecretOrADownloadIsNamed(String line) {
    assertThat(isForbidden(line)).isTrue();
  }

  /** But for the sources, which the first stage alone sees, only what that built is copied. */
  private static boolean isForbidden(String line) {
    return line.startsWith("ADD ")
        || line.matches("(?i).*(curl|wget|password|secret|token).*")
        || (line.startsWith("COPY ")
            && !line.startsWith("COPY --from=build ")
            && !line.equals("COPY . ."));
  }

  private List<String> starting(String prefix) {
    return lines.stream().filter(line -> line.startsWith(prefix)).toList();
  }
}
