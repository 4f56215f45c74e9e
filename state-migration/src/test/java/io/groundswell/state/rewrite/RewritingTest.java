package io.groundswell.state.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.Shapes;
import io.groundswell.state.saved.StateShape;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Savepoints that are written out of others. */
class RewritingTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/0.2").toAbsolutePath();

  private static final Rewriting.Progress SILENT = Rewriting.Progress.SILENT;
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir private Path folder;

  @Test
  void withoutEditsAllStaysAsItIs() throws Exception {
    Path copy = folder.resolve("copy");

    new Rewriting(Savepoint.open(GOLDEN), new Edits(), copy).write("copy", SILENT);

    assertThat(shapes(copy)).isEqualTo(shapes(GOLDEN)).isNotEmpty();
    assertThat(children(folder)).containsExactly(copy);
    assertThat(children(copy)).allMatch(Files::isRegularFile);
  }

  @Test
  void aRunThatWasKilledGoesOnAfterTheLastOperatorThatWasWhole() throws Exception {
    Path copy = folder.resolve("copy");
    Path unfinished = folder.resolve("copy.unfinished");
    assertThatThrownBy(() -> write(copy, dieAfter(ALL))).hasMessage("killed");
    assertThat(copy).doesNotExist();
    assertThat(unfinished.resolve("_metadata")).doesNotExist();
    List<String> written = names(unfinished);

    write(copy, SILENT);

    assertThat(shapes(copy)).isEqualTo(shapes(GOLDEN));
    assertThat(names(copy)).hasSizeGreaterThan(1).isSubsetOf(and(written, "_metadata"));
    assertThat(children(folder)).containsExactly(copy);
  }

  @Test
  void whatSomethingElseHasBegunIsLeftAlone() throws Exception {
    Path copy = folder.resolve("copy");
    assertThatThrownBy(() -> write(copy, dieAfter(1))).hasMessage("killed");

    assertThatThrownBy(
            () -> new Rewriting(Savepoint.open(GOLDEN), new Edits(), copy).write("other", SILENT))
        .isInstanceOf(UnfitSavepoint.class)
        .hasMessageEndingWith(
            "copy.unfinished: it was begun with something else; delete it, or name another folder");
  }

  @Test
  void aFolderThatIsThereIsLeftAlone() {
    assertThatThrownBy(() -> write(folder, SILENT))
        .isInstanceOf(UnfitSavepoint.class)
        .hasMessage(folder + ": it is there already; name a new folder");
  }

  @Test
  void whatIsNotWrittenAsItShouldBeIsNoticed() throws Exception {
    Path copy = folder.resolve("copy");
    assertThatThrownBy(() -> write(copy, dieAfter(ALL))).hasMessage("killed");
    Path data;
    try (Stream<Path> files = Files.list(folder.resolve("copy.unfinished"))) {
      data = files.filter(RewritingTest::isData).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length - 12] ^= 1;
    Files.write(data, bytes);

    assertThatThrownBy(() -> write(copy, SILENT)).isInstanceOf(Exception.class);

    assertThat(copy).doesNotExist();
  }

  private static boolean isData(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().equals("plan");
  }

  @Test
  void aStateGoesToAnotherOperatorWithItsTypeAndItsKeys() throws Exception {
    Path split = folder.resolve("split");
    Edits edits =
        new Edits().move(Uids.HEAR_VOICES, Uids.CROWD, "know-crowds").drop(Uids.WATCH_FEEDS);

    new Rewriting(Savepoint.open(GOLDEN), edits, split).write("split", SILENT);

    Map<String, List<StateShape>> before = shapes(GOLDEN);
    Map<String, List<StateShape>> after = shapes(split);
    assertThat(after.get("know-crowds"))
        .isNotEmpty()
        .isSubsetOf(before.getOrDefault(Uids.HEAR_VOICES, List.of()));
    assertThat(after.getOrDefault(Uids.HEAR_VOICES, List.of()))
        .extracting(StateShape::name)
        .doesNotContain(Uids.CROWD);
    assertThat(after).doesNotContainKey(Uids.WATCH_FEEDS);
  }

  private static void write(Path to, Rewriting.Progress progress) throws Exception {
    new Rewriting(Savepoint.open(GOLDEN), new Edits(), to).write("copy", progress);
  }

  private static Rewriting.Progress dieAfter(int operators) {
    return (uid, bytes, number, of) -> {
      if (number == Math.min(operators, of)) {
        throw new IllegalStateException("killed");
      }
    };
  }

  private static List<String> names(Path path) throws IOException {
    return children(path).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<String> and(List<String> all, String one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }

  private static List<Path> children(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.toList();
    }
  }

  private static Map<String, List<StateShape>> shapes(Path savepoint) throws Exception {
    Map<String, List<StateShape>> shapes = new TreeMap<>();
    for (OperatorState operator : Savepoint.open(savepoint).operators()) {
      shapes.put(Savepoint.uid(operator), Shapes.of(operator));
    }
    return shapes;
  }
}
