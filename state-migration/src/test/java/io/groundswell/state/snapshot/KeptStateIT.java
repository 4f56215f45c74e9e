package io.groundswell.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.answer.AnswerIncidents;
import io.groundswell.jobs.surge.change.KeepChanges;
import io.groundswell.jobs.surge.feed.WatchFeeds;
import io.groundswell.jobs.surge.incident.DescribeIncidents;
import io.groundswell.jobs.surge.volume.CountMentions;
import io.groundswell.jobs.surge.volume.DropDuplicates;
import io.groundswell.state.saved.Savepoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.StateDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint in the middle of an outage, and what is kept of it. */
class KeptStateIT {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/0.2").toAbsolutePath();

  /** What people complain of in the story of the savepoint. */
  private static final List<String> WORDS = List.of("cannot log in", "payment", "crash");

  /** What waits in open buckets, and what people wrote. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          Uids.WAITING_MENTIONS,
          Uids.WAITING_CHANGES,
          Uids.OPEN_BUCKETS,
          Uids.WAITING_FEED_COUNTS,
          Uids.WAITING_ANSWERS,
          Uids.WAITING_REMARKS,
          Uids.RECENT_REPORTS,
          Uids.RECENT_SLICES,
          Uids.REPORT_PLACES);

  @TempDir private Path folder;

  @Test
  void nothingThatAnybodyWroteIsKept() throws Exception {
    assertThat(texts(GOLDEN)).anyMatch(text -> WORDS.stream().anyMatch(text::contains));
    Path kept = folder.resolve("kept");

    KeptState.write(GOLDEN, kept);

    assertThat(kept.resolve("_metadata")).isRegularFile();
    assertThat(texts(kept)).noneMatch(text -> WORDS.stream().anyMatch(text::contains));
  }

  @Test
  void whatAnOlderVersionKeptIsReadByThisOne() throws Exception {
    Path now = KeptState.upToDate(GOLDEN, folder.resolve("now"));
    assertThat(now).isEqualTo(folder.resolve("now"));
    assertThat(Savepoint.open(now).operators())
        .extracting(Savepoint::uid)
        .contains("host-patterns")
        .doesNotContain("pattern-recovery-v1");

    Path again = KeptState.upToDate(now, folder.resolve("again"));
    assertThat(again).as("it is of this version already").isEqualTo(now);
  }

  @Test
  void itSaysUpToWhenBucketsHadClosed() throws Exception {
    assertThat(Instant.ofEpochMilli(KeptState.closedUntil(GOLDEN, 15_000)))
        .isEqualTo("2026-03-04T00:19:45Z");
  }

  @Test
  void everyStateIsKeptOrLeftOutOnPurpose() throws Exception {
    Map<String, List<StateDescriptor<?, ?>>> lasting =
        Map.of(
            Uids.DROP_DUPLICATES, DropDuplicates.lasting(),
            Uids.KEEP_CHANGES, KeepChanges.lasting(),
            Uids.COUNT_MENTIONS, CountMentions.lasting(),
            Uids.WATCH_FEEDS, WatchFeeds.lasting(),
            Uids.ANSWER_INCIDENTS, AnswerIncidents.lasting(),
            Uids.DESCRIBE_INCIDENTS, DescribeIncidents.lasting());
    Map<String, Set<String>> known = new TreeMap<>();
    lasting.forEach(
        (uid, states) ->
            states.forEach(
                state -> known.computeIfAbsent(uid, id -> new TreeSet<>()).add(state.getName())));
    Map<String, Set<String>> described = new TreeMap<>();
    Files.readAllLines(Path.of("STATE.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.replace("`", "").split("\\s*\\|\\s*"))
        .filter(cell -> lasting.containsKey(cell[1]) && !LEFT_OUT.contains(cell[2]))
        .forEach(cell -> described.computeIfAbsent(cell[1], id -> new TreeSet<>()).add(cell[2]));
    assertThat(known).isEqualTo(described);
  }

  private static List<String> texts(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file -> {
                try {
                  return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    }
  }
}
