package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user records what a network delivers, and gives the file to the job as it is. */
class NativeFormatsIT {
  private static final String COMPLAINT = "@acme is down again, cannot log in at all";
  private static final List<String> OUTCOMES =
      List.of(
          "dead_letters",
          "deletions",
          "withheld",
          "reposts",
          "chatter",
          "duplicates",
          "late_dropped",
          "complaints");

  @TempDir Path folder;

  @Test
  void everyRecordOfAStreamHasOneOutcome() throws Exception {
    JsonNode summary =
        detect(
            "mastodon",
            status("116164717056000002", "05:02", "public", "null", COMPLAINT),
            "{'event': 'status.update', 'payload': "
                + status("116164717056000002", "05:02", "public", "null", COMPLAINT + "!!")
                + "}",
            status("116164709191680001", "05:00", "public", "null", "what a lovely evening"),
            status("3", "05:01", "direct", "null", COMPLAINT),
            status("4", "05:01", "public", "{'uri': 'https://far.example/4'}", COMPLAINT),
            "{'event': 'delete', 'payload': '116164717056000002'}",
            "{'event': 'delete', 'payload': 'AbC'}",
            "{'event': 'filters_changed'}",
            "{'event': 'update'}");

    assertThat(summary.get("posts_read").asInt()).isEqualTo(9);
    assertThat(OUTCOMES.stream().map(outcome -> summary.get(outcome).asInt()))
        .containsExactly(1, 2, 1, 1, 2, 1, 0, 1);
  }

  /** Found by their own times, in whatever field their network has them. */
  @Test
  void filesOfNativeRecordsMayBeInAnyOrder() throws Exception {
    String late = comment("b", 1772427780, COMPLAINT);
    String early = comment("a", 1772427600, COMPLAINT);
    detect("reddit", late, early);
    String forwards = volumes();
    detect("reddit", early, late);

    assertThat(volumes()).isEqualTo(forwards);
    assertThat(forwards).contains("2026-03-02T05:00:00Z", "2026-03-02T05:03:00Z");
  }

  @Test
  void triageCountsWhatIsNoPost() throws IOException {
    Path posts =
        write("{'event': 'filters_changed'}", status("1", "05:00", "public", "null", COMPLAINT));
    Path out = folder.resolve("judged.ndjson");
    Console answer =
        Console.run(
            "triage", "--format", "mastodon", "--posts", posts.toString(), "--out", out.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.errLines())
        .containsExactly(
            "1 posts judged, 0 records unreadable",
            "1 records hold no post (likes, keep-alives and such)");
    assertThat(out).content().contains("\"id\":\"1\"").contains("\"is_complaint\":true");
  }

  private JsonNode detect(String format, String... records) throws IOException {
    Path catalogue = folder.resolve("catalogue.yaml");
    Files.writeString(catalogue, "products:\n  - {id: acme, name: Acme, handles: ['@acme']}\n");
    Path out = folder.resolve("report");
    Console answer =
        Console.run(
            "detect",
            "--posts",
            write(records).toString(),
            "--format",
            format,
            "--catalogue",
            catalogue.toString(),
            "--force",
            "--out",
            out.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    return new ObjectMapper().readTree(out.resolve("summary.json").toFile());
  }

  private String volumes() throws IOException {
    return Files.readString(folder.resolve("report/volumes.csv"));
  }

  private Path write(String... records) throws IOException {
    return Files.writeString(
        folder.resolve("stream.ndjson"), String.join("\n", records).replace('\'', '"') + "\n");
  }

  private static String status(
      String id, String time, String visibility, String reblog, String text) {
    return ("{'id': '%s', 'created_at': '2026-03-02T%s:00.000Z', 'visibility': '%s', 'reblog': %s,"
            + " 'content': '<p>%s</p>', 'account': {'id': '7', 'acct': 'ann'}}")
        .formatted(id, time, visibility, reblog, text);
  }

  private static String comment(String id, long seconds, String text) {
    return "{'kind': 't1', 'data': {'id': '%s', 'author': 'u%s', 'created_utc': %d, 'body': '%s'}}"
        .formatted(id, id, seconds, text);
  }
}
