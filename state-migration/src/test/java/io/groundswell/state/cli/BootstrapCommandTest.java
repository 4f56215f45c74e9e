package io.groundswell.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.cli.Console;
import io.groundswell.jobs.surge.settings.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapCommandTest {
  private static final String HEADER = "key,bucket_start,count\n";

  @TempDir private Path folder;
  private Path to;

  @BeforeEach
  void settings() throws IOException {
    Files.writeString(
        folder.resolve("catalogue.yaml"),
        "products: [{id: acme, aliases: [acme], components: [{id: login, aliases: [log in]}]}]\n");
    Files.writeString(folder.resolve("groundswell.yaml"), RunFile.template());
    to = folder.resolve("first");
  }

  @Test
  void aFolderThatIsThereIsLeftAsItIs() throws IOException {
    Files.createDirectory(to);
    refused("first is there already; name a new folder", "--from-posts", posts("{}"));
    assertThat(to).isEmptyDirectory();
  }

  @Test
  void oneSourceThatIsThereIsNamed() throws IOException {
    String none = folder.resolve("none").toString();
    refused("--from-posts: there is no file to read at " + none, "--from-posts", none);
    refused("--from-volumes: there is no file to read at " + none, "--from-volumes", none);
    refused("mutually exclusive", "--from-posts", posts("{}"), "--from-volumes", none);
    refused("Missing required argument");
    refused(
        "go with --from-posts",
        "--from-volumes",
        counts("acme,2026-03-02T00:01:00Z,1").toString(),
        "--format",
        "x");
    assertThat(to).doesNotExist();
  }

  @Test
  void aMistakeInCountsIsToldWithItsPlace() throws IOException {
    refused(
        "counts.csv:3: count 'many' is not a whole number",
        counts("acme,2026-03-02T00:01:00Z,many"));
    refused(
        "counts.csv: key 'acne': the catalogue has no product 'acne'; did you mean 'acme'",
        counts("acne,2026-03-02T00:01:00Z,1"));
    refused("has no component 'logon'", counts("acme/logon@IT,2026-03-02T00:01:00Z,1"));
    refused("key 'acme~outage' is no subject", counts("acme~outage,2026-03-02T00:01:00Z,1"));
    refused("key 'support:acme' is no subject", counts("support:acme,2026-03-02T00:01:00Z,1"));
    refused(
        "its buckets lie 1h apart and the policy's are 1m", counts("acme,2026-03-02T01:00:00Z,1"));
    assertThat(to).doesNotExist();
  }

  @Test
  void postsThatTellNothingLeaveNothing() throws IOException {
    refused(
        "there is no record in what was given that has a time", "--from-posts", posts("no post"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("first"));
    }
  }

  @Test
  void aSurgeThatIsUnderWayIsNamed() throws IOException {
    Scenario story =
        Scenario.of(3)
            .calm("acme", Duration.ofDays(2), 30)
            .surge("acme", "", "IT", Duration.ofMinutes(20), 400);
    Files.write(folder.resolve("story.ndjson"), story.lines());
    Console said = bootstrap("--from-posts", folder.resolve("story.ndjson").toString());
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("taken as told: acme@IT:20260304T000000Z.");
    assertThat(to).isDirectory();
  }

  private void refused(String why, String... arguments) {
    Console said = bootstrap(arguments);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.errLines()).singleElement().asString().contains(why);
  }

  private void refused(String why, Path counts) {
    refused(why, "--from-volumes", counts.toString());
  }

  private Console bootstrap(String... arguments) {
    List<String> all = new ArrayList<>(List.of("state", "bootstrap"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", folder.resolve("groundswell.yaml").toString()));
    all.addAll(List.of("--to", to.toString()));
    return Console.run(all.toArray(String[]::new));
  }

  private String posts(String line) throws IOException {
    return Files.writeString(folder.resolve("posts.ndjson"), line + "\n").toString();
  }

  private Path counts(String row) throws IOException {
    return Files.writeString(
        folder.resolve("counts.csv"), HEADER + "acme,2026-03-02T00:00:00Z,1\n" + row + "\n");
  }
}
