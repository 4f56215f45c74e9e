package io.groundswell.jobs.surge.connector.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints and savepoints of a job that has run, whole and damaged. */
class SoundnessIT {
  @TempDir static Path folder;

  private static SavedState newest;

  @BeforeAll
  static void run() throws Exception {
    SmallJob.leaveStateIn(folder, 2000);
    newest = SavedStates.below(folder.resolve("checkpoints")).get(0);
  }

  @Test
  void whatAJobLeavesIsSound() throws Exception {
    List<SavedState> found = SavedStates.below(folder);

    assertThat(found).extracting(SavedState::kind).contains("checkpoint", "savepoint");
    assertThat(found).hasSizeBetween(5, 6);
    for (SavedState one : found) {
      Soundness soundness = Soundness.of(one);
      assertThat(soundness.wrong()).as(one.toString()).isNull();
    }
  }

  @Test
  void metadataThatAreCutOff() throws Exception {
    Path metadata = metadata(newest);
    for (int length : new int[] {0, 3, 100, (int) Files.size(metadata) - 1}) {
      assertThat(wrong(Damage.truncated(metadata, length))).startsWith("_metadata cannot be read");
    }
  }

  @Test
  void metadataOfNothing() throws Exception {
    assertThat(wrong(Damage.flipped(metadata(newest), 0)))
        .contains("_metadata cannot be read", "magic number");
  }

  /** Flink has no checksum of them; whatever they say, there is an answer. */
  @Test
  void aByteOfTheMetadataIsNotAlwaysSeen() throws Exception {
    Path metadata = metadata(newest);
    int length = (int) Files.size(metadata);
    int seen = 0;
    int changed = 0;
    for (int position = 0; position < length; position += 41) {
      seen += wrong(Damage.flipped(metadata, position)) == null ? 0 : 1;
      changed++;
    }
    assertThat(seen).isBetween(changed / 2, changed - 1);
  }

  @Test
  void noMetadata() throws Exception {
    assertThat(wrong(Damage.deleted(metadata(newest)))).startsWith("it has no _metadata");
  }

  @Test
  void aFileThatIsMissing() throws Exception {
    Path sst = sst();
    assertThat(wrong(Damage.deleted(sst))).isEqualTo(sst + " is missing");
  }

  @Test
  void aFileThatIsCutOff() throws Exception {
    Path sst = sst();
    assertThat(wrong(Damage.truncated(sst, 1000))).startsWith(sst + " has 1,000 bytes, not ");
  }

  @Test
  void aFileThatIsLonger() throws Exception {
    Path sst = sst();
    int length = (int) Files.size(sst);
    assertThat(wrong(Damage.truncated(sst, length + 1)))
        .endsWith("%,d bytes, not %,d".formatted(length + 1, length));
  }

  @Test
  void oneByteInAnyPlaceOfAnSst() throws Exception {
    Path sst = sst();
    int length = (int) Files.size(sst);
    for (int position : new int[] {0, length / 3, length / 2, length - 2000, length - 1}) {

      assertThat(wrong(Damage.flipped(sst, position))).startsWith(sst + " is damaged: ");
    }
  }

  /** Its files lie beside its metadata. What is in them has no checksum in this format. */
  @Test
  void aCanonicalSavepointMayBeMoved() throws Exception {
    Path saved = SavedStates.below(folder.resolve("canonical")).get(0).folder();
    Path moved = Files.createDirectories(folder.resolve("moved")).resolve("savepoint-1");
    Files.move(saved, moved);
    Path file = largest(moved, path -> !path.endsWith("_metadata"));

    try {
      assertThat(wrong(moved, Damage.flipped(file, 1000))).isNull();
      assertThat(wrong(moved, Damage.truncated(file, 1000)))
          .startsWith(file + " has 1,000 bytes, not ");
    } finally {
      Files.move(moved, saved);
    }
  }

  private static @Nullable String wrong(Path saved, Damage damage) throws IOException {
    try (damage) {
      return Soundness.of(SavedStates.at(saved)).wrong();
    }
  }

  private static @Nullable String wrong(Damage damage) throws IOException {
    try (damage) {
      return Soundness.of(newest).wrong();
    }
  }

  private static Path metadata(SavedState saved) {
    return saved.folder().resolve("_metadata");
  }

  /** The largest one that the newest checkpoint shares with others. */
  private static Path sst() throws IOException {
    String named = Files.readString(metadata(newest), StandardCharsets.ISO_8859_1);
    return largest(
        newest.folder().resolveSibling("shared"),
        file -> named.contains(file.getFileName().toString()));
  }

  private static Path largest(Path in, Predicate<Path> which) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files
          .filter(which)
          .max(Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }
}
