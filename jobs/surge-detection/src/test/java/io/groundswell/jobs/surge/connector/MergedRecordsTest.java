package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedRecordsTest {
  private static final long MINUTE = 60_000;
  private static final Reading READING =
      new Reading(new JsonPosts(), Instant.parse("2020-01-01T00:00:00Z").toEpochMilli());

  @TempDir Path path;
  private PostFolder folder;

  @BeforeEach
  void open() {
    folder = new PostFolder(path);
  }

  @Test
  void ordersByTimeThenSourceThenIdThenHash() {
    String copy = post("02", "forum", "a", "copy");
    String first = post("02", "forum", "a", "other copy");
    List<String> merged =
        merge(
            post("03", "a", "a", "late"),
            post("02", "x", "a", "other source"),
            copy,
            post("02", "forum", "b", "other id"),
            first,
            post("01", "z", "z", "early"));

    assertThat(merged)
        .containsSubsequence(
            post("01", "z", "z", "early"),
            post("02", "forum", "b", "other id"),
            post("02", "x", "a", "other source"),
            post("03", "a", "a", "late"));
    assertThat(merged.subList(1, 3)).containsExactlyInAnyOrder(copy, first);
    assertThat(merge(copy, first)).isEqualTo(merge(first, copy));
  }

  @Test
  void unreadableRecordsComeFirstWithoutATime() {
    Path file =
        folder.write("p", String.join("\n", post("02", "f", "1", "x"), "junk", "{}", "junk"));
    List<RawRecord> merged = merged(List.of(file), MergedRecords.RUN_BYTES);

    assertThat(merged).hasSize(5);
    assertThat(merged.subList(0, 3))
        .allMatch(record -> record.time() == RawRecord.NO_TIME)
        .extracting(RawRecord::where)
        .containsExactlyInAnyOrder("p:2", "p:3", "p:4");
  }

  @Test
  void endsWithTheLastMomentOfTheLastBucket() {
    Path file = folder.write("p", post("07", "f", "1", "x") + "\n" + post("05", "f", "2", "x"));
    List<RawRecord> merged = merged(List.of(file), MergedRecords.RUN_BYTES);
    RawRecord end = merged.get(2);

    assertThat(end.isEnd()).isTrue();
    assertThat(Instant.ofEpochMilli(end.time())).isEqualTo("2019-05-04T01:07:59.999Z");
  }

  @Test
  void anEmptyInputHasOnlyAnEndWithoutATime() {
    for (List<Path> files : List.of(List.<Path>of(), List.of(folder.write("p", "\n\n")))) {
      List<RawRecord> merged = merged(files, 1);

      assertThat(merged).hasSize(1);
      assertThat(merged.get(0).isEnd()).isTrue();
      assertThat(merged.get(0).time()).isEqualTo(RawRecord.NO_TIME);
    }
  }

  @Test
  void nothingComesAfterTheEnd() throws IOException {
    try (MergedRecords merged = records(List.of(), 1)) {
      assertThat(merged.next().isEnd()).isTrue();
      assertThat(merged.hasNext()).isFalse();
      assertThatThrownBy(merged::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  /** Halves of surrogate pairs have an order too, and UTF-8 has none for them. */
  @Test
  void runsOnDiskKeepTheOrderOfOddIds() {
    String[] posts =
        Stream.of("\\ud801", "\\ud800", "?", "\\ud800\\udc00", "\\uffff", "a", "\u00e9")
            .map(id -> post("02", "f", id, "x"))
            .toArray(String[]::new);
    Path file = folder.write("p", String.join("\n", posts));

    assertThat(merged(List.of(file), 1))
        .usingRecursiveComparison()
        .isEqualTo(merged(List.of(file), MergedRecords.RUN_BYTES));
  }

  @Test
  void runsOnDiskKeepOversizedRecordsOversized() {
    Path file = folder.write("p", "x".repeat(RecordFile.LARGEST + 1) + "\n" + "junk");

    assertThat(merged(List.of(file), 1))
        .extracting(RawRecord::oversized)
        .containsExactlyInAnyOrder(true, false, false);
  }

  @Test
  void temporaryFilesAreGoneAfterReading() throws IOException {
    String post = post("01", "f", mark(), "x");
    Path file = folder.write("p", post + "\n" + mark() + "\n" + post);
    try (MergedRecords merged = records(List.of(file), 1)) {
      assertThat(temporaryFiles()).hasSize(3);
      while (merged.hasNext()) {
        merged.next();
      }
      assertThat(temporaryFiles()).isEmpty();
    }
  }

  @Test
  void temporaryFilesAreGoneAfterAFailure() throws IOException {
    Path good = folder.write("good", mark() + "\n" + mark());
    byte[] zipped = PostFolder.gzip((mark() + "\n").repeat(1000));
    Path bad = folder.write("bad.gz", Arrays.copyOf(zipped, zipped.length / 2));

    assertThatThrownBy(() -> records(List.of(good, bad), 1))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage(
            bad + ": cannot be read to its end: Unexpected end of ZLIB input stream");
    assertThat(temporaryFiles()).isEmpty();
  }

  /** In every record of this test, by which its temporary files are known from others. */
  private String mark() {
    return String.valueOf(path.getFileName());
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("groundswell-sort"))
          .filter(this::isOurs)
          .toList();
    }
  }

  private boolean isOurs(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(mark());
    } catch (IOException e) {
      return false; // Another run's, and gone by now.
    }
  }

  private List<String> merge(String... posts) {
    return merged(List.of(folder.write("p", String.join("\n", posts))), MergedRecords.RUN_BYTES)
        .stream()
        .filter(record -> !record.isEnd())
        .map(PostFolder::text)
        .toList();
  }

  private static List<RawRecord> merged(List<Path> files, int runBytes) {
    List<RawRecord> records = new ArrayList<>();
    records(files, runBytes).forEachRemaining(records::add);
    return records;
  }

  private static MergedRecords records(List<Path> files, int runBytes) {
    List<String> paths = files.stream().map(Path::toString).toList();
    return new MergedRecords(
        new InputFiles(new PostFiles(paths, false, Map.of())), READING, MINUTE, runBytes);
  }

  private static String post(String minute, String source, String id, String text) {
    return "{\"id\":\"%s\",\"source\":\"%s\",\"created_at\":\"2019-05-04T01:%s:30Z\",\"text\":\"%s\"}"
        .formatted(id, source, minute, text);
  }
}
