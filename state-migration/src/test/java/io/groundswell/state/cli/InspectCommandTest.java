package io.groundswell.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.cli.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/0.4/hashmap");
  private static final String SUBJECT = "acme@IT";

  /** In STATE.md: an operator, and a state that it names. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([a-z-]+)` \\|");

  /** The same, with its third cell. */
  private static final Pattern SINCE =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([a-z-]+)` \\| ([0-9.]+) \\|");

  /** Of {@code detect} and of backtests alone. */
  private static final Set<String> NOT_LIVE = Set.of("count-unknown");

  @TempDir Path folder;

  private static Console inspect(Path savepoint, String... more) {
    List<String> all = new ArrayList<>(List.of("state", "inspect", savepoint.toString()));
    all.addAll(List.of(more));
    return Console.run(all.toArray(String[]::new));
  }

  private static JsonNode json(Path savepoint, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of(more));
    all.add("--json");
    Console said = inspect(savepoint, all.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    return new ObjectMapper().readTree(said.out());
  }

  @Test
  void everyStateThatIsDescribedLiesInASavepoint() throws IOException {
    Set<String> described = new TreeSet<>();
    ROW.matcher(Files.readString(Path.of("STATE.md")))
        .results()
        .filter(row -> !NOT_LIVE.contains(row.group(1)))
        .forEach(row -> described.add(row.group(1) + " " + row.group(2)));
    Set<String> found = new TreeSet<>();
    for (JsonNode operator : json(GOLDEN).path("operators")) {
      for (JsonNode state : operator.path("states")) {
        found.add(operator.path("uid").asText() + " " + state.path("name").asText());
      }
    }
    assertThat(described).hasSizeGreaterThan(50);
    assertThat(found).containsAll(described);
  }

  /** A golden savepoint of each version, and which states it has. */
  private static Map<String, Set<String>> statesByVersion() throws IOException {
    Map<String, Set<String>> states = new LinkedHashMap<>();
    for (String version : List.of("0.1", "0.2", "0.3/hashmap", "0.4/hashmap")) {
      Set<String> found = new TreeSet<>();
      for (JsonNode operator : json(GOLDEN.resolve("../..").resolve(version)).path("operators")) {
        for (JsonNode state : operator.path("states")) {
          found.add(operator.path("uid").asText() + " " + state.path("name").asText());
        }
      }
      states.put(version.substring(0, 3), found);
    }
    return states;
  }

  @Test
  void theVersionThatAStateIsThereSinceIsTheFirstGoldenSavepointThatHasIt() throws IOException {
    Map<String, String> since = new TreeMap<>();
    statesByVersion()
        .forEach((version, states) -> states.forEach(state -> since.putIfAbsent(state, version)));
    Map<String, String> described = new TreeMap<>();
    SINCE
        .matcher(Files.readString(Path.of("STATE.md")))
        .results()
        .filter(row -> !NOT_LIVE.contains(row.group(1)))
        .forEach(row -> described.put(row.group(1) + " " + row.group(2), row.group(3)));
    assertThat(described).hasSizeGreaterThan(50);
    assertThat(since).containsAllEntriesOf(described);
  }

  @Test
  void aStateHasATypeAKeyAndASize() throws IOException {
    assertThat(inspect(GOLDEN).out())
        .containsPattern("packed-watch +10 keys +10 entries +[0-9.]+ KB  byte\\[] by String")
        .containsPattern("recent-changes +1 keys +1 entries .* map of String to Change by Byte")
        .containsPattern("seen +810 keys +1,646 entries .* map of Long to Integer by Integer")
        .containsPattern("seasons +0 keys .* map of String to ParentSeason, the same in every task")
        .containsPattern("event_user-timers +0 keys +1,632 entries .* timers by Integer")
        .doesNotContain("Pojo", "processing_user-timers");
  }

  @Test
  void aSubjectIsToldToAPerson() throws IOException {
    assertThat(inspect(GOLDEN, "--key", SUBJECT).out())
        .containsPattern("normal: 9\\.94 complaints an hour, lately 1\\.13 times as many")
        .containsPattern("4 complaints, 0\\.17 expected, evidence 135\\.9, extreme")
        .contains(
            "incident acme@IT:20260304T000000Z: open, SEV2, update 5; since 2026-03-04T00:00");
    JsonNode story = json(GOLDEN, "--key", SUBJECT);
    assertThat(story.path("surge").asBoolean()).isTrue();
    assertThat(story.at("/incidents/0/open").asBoolean()).isTrue();
    // As the release before kept it.
    assertThat(inspect(GOLDEN.resolve("../../0.1"), "--key", SUBJECT).out())
        .contains("complaints an hour", "update 4");
  }

  @Test
  void whatCannotBeReadIsToldInOneLine() throws IOException {
    refused(folder.resolve("none"), "there is no such folder");
    refused(Files.createDirectory(folder.resolve("empty")), "it has no _metadata");
    byte[] whole = Files.readAllBytes(GOLDEN.resolve("_metadata"));
    Path half = Files.createDirectory(folder.resolve("half"));
    Files.write(half.resolve("_metadata"), Arrays.copyOf(whole, whole.length / 2));
    refused(half, "half: ");
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("_metadata"), "something else altogether");
    refused(foreign, "foreign: ");

    Console unknown = inspect(GOLDEN, "--key", "acmex@IT");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.errLines()).singleElement().asString().contains("'acmex@IT'");
  }

  @Test
  void anotherFormatIsNamedWithTheWayOut() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    env.fromSequence(0, Long.MAX_VALUE)
        .keyBy(number -> number % 10)
        .process(new Remember())
        .uid("remember")
        .sinkTo(new DiscardingSink<>());
    JobClient job = env.executeAsync();
    String savepoint = null;
    while (savepoint == null) {
      try {
        savepoint =
            job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.NATIVE)
                .get();
      } catch (ExecutionException notYet) {
        Thread.sleep(200);
      }
    }

    Path path = Path.of(URI.create(savepoint));
    refused(path, "native format; take a canonical savepoint");
    Path to = folder.resolve("migrated");
    assertThat(Console.run("state", "migrate", path.toString(), "--to", to.toString()).code())
        .isEqualTo(2);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(path);
    }
  }

  private static void refused(Path savepoint, String why) {
    Console said = inspect(savepoint);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.errLines()).singleElement().asString().contains(why);
  }

  /** Remembers the last number of a key. */
  private static final class Remember extends KeyedProcessFunction<Long, Long, Long> {
    private static final long serialVersionUID = 1;

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
      ValueState<Long> last =
          getRuntimeContext().getState(new ValueStateDescriptor<>("last", Long.class));
      last.update(number);
    }
  }
}
