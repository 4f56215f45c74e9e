package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every post that counts, from the command to the file. */
class KeepPostsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CATALOGUE =
      """
      products:
        - {id: acme, name: Acme, aliases: [acme], handles: ["@acme"]}
      """;

  @TempDir static Path folder;
  private static String posts;
  private static String catalogue;
  private static Path kept;

  @BeforeAll
  static void detect() throws IOException {
    catalogue = Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE).toString();
    List<String> lines = new ArrayList<>(Scenario.outage(5).lines());
    lines.add(lines.get(17));
    lines.add(
        post("nobodys", "02T10:00:00", "gizmo is down again, cannot log in at all")
            .replace("gloppy", "kept"));
    // Withdrawn at once, a day later, while nobody knows when, and by its platform.
    lines.add(post("g1", "03T09:00:10", "@acme gloppy is down, cannot log in at all"));
    lines.add(withdrawal("g1", "\"created_at\":\"2026-03-03T09:00:40Z\",\"deleted\":true"));
    lines.add(post("g2", "02T09:00:00", "@acme gloppy is down, @jo_doe cannot log in at all"));
    lines.add(withdrawal("g2", "\"created_at\":\"2026-03-03T09:00:00Z\",\"deleted\":true"));
    lines.add(post("g3", "03T23:00:00", "@acme gloppy is down for my mother, too, useless"));
    lines.add(withdrawal("g3", "\"created_at\":\"2026-03-04T00:30:00Z\",\"deleted\":true"));
    posts = Files.write(folder.resolve("posts.ndjson"), lines).toString();
    kept = run("kept", "2", "--keep-posts");
  }

  private static String post(String id, String time, String text) {
    return ("{\"id\":\"%s\",\"source\":\"x\",\"created_at\":\"2026-03-%sZ\",\"text\":\"%s\","
            + "\"tags\":[\"gloppy\"],\"url\":\"https://x.example/gloppy\"}")
        .formatted(id, time, text);
  }

  private static String withdrawal(String id, String rest) {
    return "{\"id\":\"%s\",\"source\":\"x\",%s}".formatted(id, rest);
  }

  private static Path run(String name, String parallelism, String... more) {
    Path out = folder.resolve(name);
    List<String> arguments =
        Stream.of("detect", "--posts", posts, "--catalogue", catalogue, "--out", out.toString())
            .toList();
    Console answer =
        Console.run(
            Stream.of(arguments, List.of("--parallelism", parallelism), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    return out;
  }

  @Test
  void thereIsOneLineForEachComplaintOfTheLedger() throws IOException {
    JsonNode summary = JSON.readTree(Files.readString(kept.resolve("summary.json")));
    List<JsonNode> counted = counted();

    assertThat(counted).hasSize(summary.get("complaints").asInt()).hasSizeGreaterThan(1_000);
    assertThat(counted)
        .extracting(line -> line.get("source").asText() + line.get("id").asText())
        .doesNotHaveDuplicates();
    assertThat(counted.stream().filter(line -> line.get("late").asBoolean()))
        .hasSize(summary.get("late").asInt());
    assertThat(counted.stream().filter(line -> line.get("products").isEmpty()))
        .hasSize(summary.get("unmatched").asInt())
        .hasSize(1);
    assertThat(counted).extracting(line -> line.get("bucket_start").asText()).isSorted();
  }

  @Test
  void theLedgerOfMinutesAddsUpToTheSummary() throws IOException {
    JsonNode summary = JSON.readTree(Files.readString(kept.resolve("summary.json")));
    Map<String, Integer> sums = new TreeMap<>();
    for (String line : Files.readAllLines(kept.resolve(Detection.LEDGER))) {
      JsonNode row = JSON.readTree(line);
      sums.merge(row.get("outcome").asText(), row.get("count").asInt(), Integer::sum);
      sums.merge("posts_read", row.get("count").asInt(), Integer::sum);
    }
    assertThat(sums).containsKeys("complaints", "deletions", "duplicates", "posts_read");
    sums.forEach((outcome, sum) -> assertThat(sum).isEqualTo(summary.get(outcome).asInt()));
  }

  @Test
  void whatWasWithdrawnIsNowhere() throws IOException {
    try (Stream<Path> files = Files.walk(kept)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content().doesNotContain("gloppy");
      }
    }
    assertThat(counted())
        .filteredOn(line -> line.path("withdrawn").asBoolean())
        .extracting(line -> line.get("id").asText())
        .containsExactly("g2", "g1", "g3");
  }

  @Test
  void theOrderAndTheBytesAreTheSameOnOneCore() {
    Path one = run("one", "1", "--keep-posts");

    for (String file : List.of(Detection.POSTS, Detection.LEDGER, Detection.INPUTS)) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(kept.resolve(file));
    }
  }

  @Test
  void nobodyKeepsPostsUnasked() {
    Path unasked = run("unasked", "2");

    assertThat(unasked.resolve(Detection.POSTS)).doesNotExist();
    for (String file : List.of(Detection.INCIDENTS, Detection.VOLUMES, "summary.json")) {
      assertThat(unasked.resolve(file)).hasSameBinaryContentAs(kept.resolve(file));
    }
  }

  private static List<JsonNode> counted() throws IOException {
    List<JsonNode> counted = new ArrayList<>();
    for (String line : Files.readAllLines(kept.resolve(Detection.POSTS))) {
      JsonNode post = JSON.readTree(line);
      if (!post.has("deleted") && !post.has("chatter")) {
        counted.add(post);
      }
    }
    return counted;
  }
}
