package io.groundswell.jobs.surge.settings;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
  @TempDir Path path;
  private SettingsFolder folder;

  @BeforeEach
  void open() {
    folder = new SettingsFolder(path);
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThat(folder.error(() -> PolicyFile.read(path.resolve("policy.yaml"))))
        .isEqualTo("policy.yaml: no such file; check the path");
  }

  @Test
  void refusesAFolder() {
    assertThat(folder.error(() -> PolicyFile.read(path.resolve("."))))
        .isEqualTo(".: is a directory; name a file in it");
  }

  @Test
  void refusesBytesThatAreNotText() throws IOException {
    Path file = path.resolve("policy.yaml");
    Files.write(file, "# caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(folder.error(() -> PolicyFile.read(file)))
        .isEqualTo("policy.yaml: is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void refusesEmptyFiles() {
    String error =
        "policy.yaml: the file is empty; write a key such as 'min_authors: 4', or use no file";
    assertThat(folder.policyError("")).isEqualTo(error);
    assertThat(folder.policyError("# bucket: 1m", "")).isEqualTo(error);
  }

  @Test
  void pointsAtBrokenSyntax() {
    String remedy = "; check indentation, colons, quotes and brackets";
    assertThat(folder.policyError("complaint:", "  open: 0.9", " directed: 0.5"))
        .isEqualTo(
            "policy.yaml:3: not valid YAML, expected <block end>, but found '<block mapping start>'"
                + remedy);
    assertThat(folder.policyError("overrides: [", "bucket: 1m"))
        .startsWith("policy.yaml:2: not valid YAML, ")
        .endsWith(remedy);
    assertThat(folder.policyError("bucket: @1m"))
        .isEqualTo(
            "policy.yaml:1: not valid YAML, found character '@' that cannot start any token"
                + remedy);
  }

  @Test
  void refusesKeysGivenTwice() {
    assertThat(folder.policyError("bucket: 1m", "lateness: 5s", "bucket: 5m"))
        .isEqualTo("policy.yaml:1: 'bucket' is given again at line 3; keep one of them");
  }

  @Test
  void refusesWhatItWouldReadOnlyInPart() {
    assertThat(folder.policyError("bucket: 1m", "---", "bucket: 5m"))
        .isEqualTo("policy.yaml:1: a second document begins at line 3; keep one document a file");
    assertThat(folder.policyError("bucket: &b 1m", "lateness: *b"))
        .isEqualTo("policy.yaml:2: 'lateness' refers to an anchor; write it out");
  }

  /** Each line is nine times the one before: unfolded, the last holds a thousand million. */
  @Test
  void aBombOfAliasesIsRefusedAtItsFirst() {
    List<String> bomb = new ArrayList<>(List.of("products: &p0 [x]"));
    for (int line = 1; line < 10; line++) {
      String alias = "*p" + (line - 1);
      bomb.add("k%d: &p%d [%s]".formatted(line, line, String.join(", ", nCopies(9, alias))));
    }

    assertThat(folder.catalogueError(bomb.toArray(String[]::new)))
        .startsWith("catalogue.yaml:2: ")
        .endsWith(" refers to an anchor; write it out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overrides: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:1/\"]]",
        "bucket: !!java.time.Duration 5m",
        "bucket: !local 5m",
      })
  void tagsNameNoClasses(String line) {
    assertThat(folder.policyError(line))
        .startsWith("policy.yaml:1: ")
        .endsWith(" has a tag; remove what begins with !");
  }

  @Test
  void refusesWhatNestsWithoutEnd() {
    assertThat(folder.policyError("bucket: " + "[".repeat(20_000) + "]".repeat(20_000)))
        .isEqualTo("policy.yaml: nests without end; no settings need more than ten levels");
  }

  @Test
  void theErrorStaysOnOneLine() {
    assertThat(folder.policyError("\"a\\nb\": 1")).doesNotContain("\n").contains("'a b'");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() {
    assertThat(folder.policy("\uFEFFbucket: 1m")).isEqualTo(Policy.defaults());
  }
}
