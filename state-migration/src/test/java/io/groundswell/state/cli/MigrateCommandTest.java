package io.groundswell.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.surge.PackedWatch;
import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.cli.Console;
import io.groundswell.state.saved.Origin;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.Shapes;
import io.groundswell.state.saved.StateShape;
import io.groundswell.state.saved.SubjectState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden savepoints that are carried over to this version. */
class MigrateCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String SUBJECT = "acme@IT";

  @TempDir private Path folder;

  private static Console migrate(Path savepoint, Path to) {
    return Console.run("state", "migrate", savepoint.toString(), "--to", to.toString());
  }

  @Test
  void allStepsAreTakenAndWhatIsNormalIsStillKnown() throws Exception {
    Path to = folder.resolve("now");

    Console said = migrate(GOLDEN.resolve("0.1"), to);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err())
        .contains("0.1 -> 0.2: what is normal")
        .contains("0.2 -> 0.3: the save")
        .contains("0.3 -> 0.4: what the op");
    assertThat(said.out())
        .matches(to + ": version 0.4, [0-9,]+ entries of 18 states written .*\\R");
    Savepoint migrated = Savepoint.open(to);
    assertThat(Origin.of(migrated).version()).isEqualTo(MadeBy.STATE_VERSION);
    SubjectState before = SubjectState.of(Savepoint.open(GOLDEN.resolve("0.1")), SUBJECT);
    SubjectState after = SubjectState.of(migrated, SUBJECT);
    assertThat(packed(after)).isEqualTo(packed(before));
    assertThat(after.incidents()).usingRecursiveComparison().isEqualTo(before.incidents());
    assertThat(children()).containsExactly(to);
  }

  /** The public and the support queue complain of one product in three ways, all of it open. */
  @Test
  void whatPatternsHaveBegunGoesToTheirHost() throws Exception {
    for (String backend : List.of("hashmap", "rocksdb")) {
      Path to = folder.resolve(backend);
      assertThat(migrate(GOLDEN.resolve("0.3").resolve(backend), to).code()).isZero();

      Savepoint old = Savepoint.open(GOLDEN.resolve("0.3").resolve(backend));
      Savepoint migrated = Savepoint.open(to);
      long open = begun(old, "pattern-recovery-v1") + begun(old, "pattern-escalation-v1");
      assertThat(state(migrated, "host-patterns", "partial-matches").entries())
          .isGreaterThanOrEqualTo(open)
          .isPositive();
      assertThat(state(migrated, "host-patterns", "open-runs").entries()).isPositive();
      assertThat(state(migrated, "host-patterns", "_timer_state/event_moments").entries())
          .isGreaterThanOrEqualTo(open);
    }
  }

  /** Each has its bucket in the buffer. */
  private static long begun(Savepoint savepoint, String operator) throws Exception {
    return state(savepoint, operator, "sharedBuffer-events").keys();
  }

  private static StateShape state(Savepoint savepoint, String uid, String name) throws Exception {
    OperatorState operator =
        savepoint.operators().stream()
            .filter(each -> Savepoint.uid(each).equals(uid))
            .findFirst()
            .orElseThrow();
    return Shapes.of(operator).stream()
        .filter(shape -> shape.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneOfThisVersionIsCopied() throws Exception {
    Path to = folder.resolve("copy");

    assertThat(migrate(GOLDEN.resolve("0.4/rocksdb"), to).code()).isZero();

    assertThat(Console.run("state", "check", to.toString()).out()).endsWith(goesOn());
  }

  private static byte[] packed(SubjectState state) {
    return PackedWatch.pack(Objects.requireNonNull(state.watch()));
  }

  private static String goesOn() {
    return "The job goes on from it.%n".formatted();
  }

  @Test
  void whereSomethingIsNothingIsWritten() throws IOException {
    Console said = migrate(GOLDEN.resolve("0.2"), folder);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains(folder + ": it is there already; name a new folder");
    assertThat(children()).isEmpty();
  }

  @Test
  void aNewerVersionIsRefusedAndNothingIsWritten() throws Exception {
    Path newer = Savepoints.newer(folder.resolve("newer"));

    Console said = migrate(newer, folder.resolve("now"));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains(
            "SAVEPOINT: it is of version 9.9, and this one knows no step from there to 0.4; use the"
                + " newer version's tools, or a savepoint from before the upgrade");
    assertThat(children()).containsExactly(newer);
  }

  @Test
  void aTruncatedOneIsRefusedAndNothingIsWritten() throws IOException {
    Path cut = Files.createDirectory(folder.resolve("cut"));
    byte[] bytes = Files.readAllBytes(GOLDEN.resolve("0.2/_metadata"));
    Files.write(cut.resolve("_metadata"), Arrays.copyOf(bytes, bytes.length / 2));

    Console said = migrate(cut, folder.resolve("now"));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("_metadata cannot be read");
    assertThat(children()).containsExactly(cut);
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
