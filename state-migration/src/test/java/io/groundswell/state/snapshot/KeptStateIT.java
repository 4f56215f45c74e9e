package io.groundswell.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint in the middle of an outage, and what is kept of it. */
class KeptStateIT {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/0.2").toAbsolutePath();

  /** What people complain of in the story of the savepoint. */
  private static final List<String> WORDS = List.of("cannot log in", "payment", "crash");

  @TempDir private Path folder;

  @Test
  void nothingThatAnybodyWroteIsKept() throws Exception {
    assertThat(texts(GOLDEN)).anyMatch(text -> WORDS.stream().anyMatch(text::contains));
    Path kept = folder.resolve("kept");

    KeptState.write(GOLDEN.toString(), kept.toString());

    assertThat(kept.resolve("_metadata")).isRegularFile();
    assertThat(texts(kept)).noneMatch(text -> WORDS.stream().anyMatch(text::contains));
  }

  @Test
  void itSaysUpToWhenBucketsHadClosed() throws Exception {
    assertThat(Instant.ofEpochMilli(KeptState.closedUntil(GOLDEN.toString(), 15_000)))
        .isEqualTo("2026-03-04T00:19:45Z");
  }

  private static List<String> texts(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file -> {
                try {
                  return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .toList();
    }
  }
}
