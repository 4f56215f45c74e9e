package io.groundswell.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.cli.Console;
import io.groundswell.state.rewrite.Edits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said before anybody stops a job that runs. */
class CheckCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path folder;

  private static Console check(Path savepoint, String... more) {
    return Console.run(
        Stream.concat(Stream.of("state", "check", savepoint.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void thisVersionsOwnGoesOnAsItIs() {
    Console said = check(GOLDEN.resolve("0.4/rocksdb"));

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern(
            "version 0.4, for version 0.4\\R  12[0-9] states are read as they are, 0 a")
        .endsWith("The job goes on from it.%n".formatted());
  }

  @Test
  void anOlderOneIsToBeMigratedAndWhatBeginsEmptyIsSaid() throws Exception {
    Console said = check(GOLDEN.resolve("0.1"), "--json");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    JsonNode json = new ObjectMapper().readTree(said.out());
    assertThat(json.path("answer").asText()).isEqualTo("migrate_first");
    assertThat(json.path("steps")).extracting(JsonNode::asText).contains("0.1 -> 0.2");
    assertThat(json.path("states"))
        .anyMatch(
            state ->
                state.path("operator").asText().equals("hear-voices")
                    && state.path("verdict").asText().equals("new"))
        .anyMatch(
            state ->
                state.path("operator").asText().equals("pattern-recovery-v1")
                    && state.path("verdict").asText().equals("unfit"))
        .anyMatch(state -> state.path("verdict").asText().equals("adapted"));
  }

  @Test
  void aStateThatNobodyReadsIsNamed() throws Exception {
    Path old =
        Savepoints.write(
            new Edits()
                .become(
                    Uids.LEARN_SEASONS,
                    Uids.HOUR_COUNTS,
                    "counts-by-hour",
                    LongSerializer.INSTANCE,
                    counts -> 1L),
            folder.resolve("old"));

    Console said = check(old);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .containsPattern("left behind +learn-seasons/counts-by-hour: nothing in the new job reads")
        .endsWith("The job does not go on from it; leave the one running that does.%n".formatted());
  }

  @Test
  void anotherTypeIsNamed() throws Exception {
    Path old =
        Savepoints.write(
            new Edits()
                .become(
                    Uids.LEARN_SEASONS,
                    Uids.HOUR_COUNTS,
                    Uids.HOUR_COUNTS,
                    LongSerializer.INSTANCE,
                    counts -> 1L),
            folder.resolve("old"));

    Console said = check(old);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .containsPattern("unfit +learn-seasons/hour-counts: it was written in a way that the new");
  }

  @Test
  void anOperatorThatIsGoneIsNamed() throws Exception {
    Path old =
        Savepoints.write(
            new Edits().move(Uids.HEAR_VOICES, Uids.CROWD, "know-crowds"), folder.resolve("old"));

    assertThat(check(old).out())
        .containsPattern("unfit +know-crowds: the new job has no such operator: Flink refuses");
  }

  @Test
  void anotherWidthOfBucketsIsNamed() throws Exception {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "bucket: 5m\n");

    Console said = check(GOLDEN.resolve("0.4/hashmap"), "--policy", policy.toString());

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("buckets were PT1M wide and would be PT5M");
  }

  @Test
  void aNewerVersionIsRefused() throws Exception {
    Path newer = Savepoints.saying(MadeBy.STATE, "9.9", folder.resolve("newer"));

    Console said = check(newer);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("it is of version 9.9, and this one knows no step");
  }

  @Test
  void aJarThatIsNotThereIsSaid() {
    Console said = check(GOLDEN.resolve("0.2"), "--against", "no.jar");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--against: there is no file no.jar; name a main job's jar");
  }
}
