package io.groundswell.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(starting("ADD ")).isEmpty();
    assertThat(lines).noneMatch(line -> line.matches("(?i).*(curl|wget|password|secret|token).*"));
  }

  private List<String> starting(String prefix) {
    return lines.stream().filter(line -> line.startsWith(prefix)).toList();
  }
}
