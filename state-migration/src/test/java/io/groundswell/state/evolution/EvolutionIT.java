package io.groundswell.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.state.check.Check;
import io.groundswell.state.check.Finding;
import io.groundswell.state.evolution.LearnByMinute.ByMinute;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.About;
import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.step.Migration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.ListDelimitedSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of change that a job's state can go through, from a job that ran to one that runs. */
class EvolutionIT {
  @TempDir private Path folder;

  private final Map<Object, Object> levels = new TreeMap<>();
  private final Map<Object, SortedMap<Long, Long>> open = new TreeMap<>();
  private final Map<Object, List<Long>> seen = new TreeMap<>();

  @ParameterizedTest
  @CsvSource({"hashmap, rocksdb", "rocksdb, hashmap"})
  void theNewVersionFindsWhatTheOldOneKnew(String before, String after) throws Exception {
    Path old = EvolvingJob.old(folder, before);
    read(Savepoint.open(old));
    Path migrated = folder.resolve("migrated");
    assertThatThrownBy(() -> migration(old, migrated).run(dieInTheSecondStep()))
        .hasMessage("killed");
    assertThat(migrated).doesNotExist();

    migration(old, migrated).run(Rewriting.Progress.SILENT);
    List<String> told = new ArrayList<>();
    Path reference = EvolvingJob.evolved(folder, after, migrated, told);

    assertThat(told).containsExactlyInAnyOrderElementsOf(expected()).hasSize(2 * EvolvingJob.KEYS);
    Check check =
        Check.of(
            Savepoint.open(old),
            Savepoint.open(reference),
            Evolutions.all(),
            null,
            folder.resolve("check"));
    assertThat(check.answer()).as(check.toString()).isEqualTo(Check.Answer.MIGRATE_FIRST);
    assertThat(check.findings().stream().filter(Finding::harmful))
        .extracting(Finding::operator, Finding::state)
        .containsExactlyInAnyOrder(
            tuple(EvolvingJob.OLD_PATTERN, null),
            tuple(EvolvingJob.LEARN, LearnByMinute.BASELINE),
            tuple(EvolvingJob.LEARN, LearnByMinute.SEEN));
  }

  private static Migration migration(Path from, Path to) throws Exception {
    return new Migration(Savepoint.open(from), Evolutions.all(), to);
  }

  private static Rewriting.Progress dieInTheSecondStep() {
    int[] begun = {0};
    return (uid, bytes, number, of) -> {
      begun[0] += number == 1 ? 1 : 0;
      if (begun[0] == 2 && number == of) {
        throw new IllegalStateException("killed");
      }
    };
  }

  private List<String> expected() {
    List<String> expected = new ArrayList<>();
    for (int key = 0; key < EvolvingJob.KEYS; key++) {
      expected.add(
          LearnByTenSeconds.told(
              key,
              Evolutions.fine(levels.getOrDefault(key, new ByMinute())),
              open.getOrDefault(key, new TreeMap<>())));
      expected.add(KnowSeen.told(key, seen.getOrDefault(key, List.of())));
    }
    assertThat(levels).hasSize(EvolvingJob.KEYS);
    assertThat(open).hasSize(EvolvingJob.KEYS);
    assertThat(seen).hasSize(EvolvingJob.KEYS);
    return expected;
  }

  private void read(Savepoint savepoint) throws Exception {
    for (OperatorState operator : savepoint.operators()) {
      if (Savepoint.uid(operator).equals(EvolvingJob.LEARN)) {
        for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
          try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
            for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
              read(file, entry);
            }
          }
        }
      }
    }
  }

  private void read(KeyedStates file, KeyedEntry entry) throws Exception {
    About about = file.about(entry);
    DataInputDeserializer value = new DataInputDeserializer(entry.value());
    switch (file.states().get(entry.state()).getName()) {
      case LearnByMinute.BASELINE ->
          levels.put(about.key(), file.values(entry.state()).deserialize(value));
      case LearnByMinute.OPEN -> {
        value.skipBytesToRead(1);
        open.computeIfAbsent(about.key(), key -> new TreeMap<>())
            .put((Long) about.mapKey(), LongSerializer.INSTANCE.deserialize(value));
      }
      case LearnByMinute.SEEN ->
          seen.put(
              about.key(),
              new ListDelimitedSerializer()
                      .deserializeList(
                          entry.value(),
                          ((ListSerializer<?>) file.values(entry.state())).getElementSerializer())
                      .stream()
                      .map(Long.class::cast)
                      .sorted()
                      .toList());
      default -> {
        // The evolution is of these.
      }
    }
  }
}
