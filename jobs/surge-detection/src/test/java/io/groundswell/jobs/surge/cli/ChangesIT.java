package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user gives what deployed, from several tools, to the job as it is; ' stands for ". */
class ChangesIT {
  private static final String OWN =
      "{'id': 'f7', 'at': '2026-03-02T05:00:00Z', 'kind': 'flag', 'product': 'acme', 'summary': 'On'}";
  private static final String PAGER_DUTY =
      "{'routing_key': 'R0', 'payload': {'summary': 'Acme 1.2 is out', 'source': 'acme-api',"
          + " 'timestamp': '2026-03-02T05:02:00.000+0000'}}";
  private static final String CD_EVENT =
      "{'context': {'id': '7', 'source': '/ci', 'type': 'dev.cdevents.service.deployed.0.3.0',"
          + " 'timestamp': '2026-03-02T05:03:00Z'}, 'subject': {'id': '%s',"
          + " 'content': {'environment': {'id': '%s'}}}}";
  private static final String ON_GITHUB =
      "{'action': 'created', 'deployment': {'id': 42, 'created_at': '2026-03-02T05:04:00Z'},"
          + " 'repository': {'name': 'acme'}}";
  private static final String STATUS =
      "{'deployment_status': {'state': '%s', 'created_at': '2026-03-02T05:05:00Z'},"
          + " 'deployment': {'id': 42}, 'repository': {'name': 'acme'}}";

  private static final List<String> RECORDS =
      List.of(
          OWN,
          OWN,
          PAGER_DUTY,
          CD_EVENT.formatted("acme", "prod"),
          CD_EVENT.replace("'7'", "'8'").formatted("gizmo", "prod"),
          CD_EVENT.replace("'7'", "'9'").formatted("acme", "staging"),
          ON_GITHUB,
          STATUS.formatted("pending"),
          STATUS.formatted("success"),
          "{'at': '2026-03-02T05:00:00Z', 'routing_key': 'R0'}");

  @TempDir Path folder;

  @Test
  void everyRecordHasOneOutcomeInWhateverOrder() throws Exception {
    List<String> records = new ArrayList<>(RECORDS);
    JsonNode summary = detect(records);
    Collections.reverse(records);

    assertThat(detect(records)).isEqualTo(summary);
    assertThat(summary.get("changes").toString())
        .isEqualTo(
            "{\"dead_letters\":1,\"no_change\":2,\"duplicates\":2,\"late_dropped\":0,"
                + "\"changes\":5,\"unmatched\":1}");
    assertThat(summary.get("posts_read").asInt()).isEqualTo(1);
    assertThat(folder.resolve("report/dead-letters.ndjson"))
        .content()
        .contains("id is missing")
        .doesNotContain("R0");
  }

  private JsonNode detect(List<String> changes) throws IOException {
    Path catalogue = folder.resolve("catalogue.yaml");
    Files.writeString(catalogue, "products:\n  - {id: acme, aliases: [acme]}\n");
    Path posts = folder.resolve("posts.ndjson");
    Files.writeString(
        posts,
        "{\"id\":\"1\",\"source\":\"x\",\"created_at\":\"2026-03-02T05:30:00Z\",\"text\":\"acme\"}");
    Path file = folder.resolve("changes.ndjson");
    Files.writeString(file, String.join("\n", changes).replace('\'', '"'));
    Console answer =
        Console.run(
            "detect",
            "--posts",
            posts.toString(),
            "--changes",
            file.toString(),
            "--catalogue",
            catalogue.toString(),
            "--force",
            "--out",
            folder.resolve("report").toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("of change events:", "2 no change", "5 changes", "1 unmatched");
    return new ObjectMapper().readTree(folder.resolve("report/summary.json").toFile());
  }
}
