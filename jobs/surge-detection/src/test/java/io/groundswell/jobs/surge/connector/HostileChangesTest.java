package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.change.ChangeEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands in the place of a value: a change event, or a dead letter in one line. */
class HostileChangesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> RECORDS =
      List.of(
          "{'id': '1', 'at': '2026-03-02T12:00:00Z', 'kind': 'flag', 'product': 'a', 'component': 'b',"
              + " 'regions': ['DE'], 'environment': 'e', 'summary': 's', 'link': 'https://l/'}",
          "{'payload': {'summary': 's', 'timestamp': '2026-03-02T12:00:00+0000', 'source': 's',"
              + " 'custom_details': {'id': '1', 'product': 'a', 'regions': ['DE']}},"
              + " 'links': [{'href': 'https://l/'}]}",
          "{'context': {'id': '7', 'source': '/ci', 'type': 'dev.cdevents.service.deployed.0.3.0',"
              + " 'timestamp': '2026-03-02T12:00:00Z'}, 'subject': {'id': 'a', 'content':"
              + " {'artifactId': 'pkg:oci/a@1', 'environment': {'id': 'e'}}}, 'customData': {}}",
          "{'context': {'id': '7', 'type': 'dev.cdevents.incident.detected.0.3.0',"
              + " 'timestamp': '2026-03-02T12:00:00Z'}, 'subject': {'id': 'a', 'content':"
              + " {'description': 'd', 'service': {'id': 's'}, 'ticketURI': 'https://t/'}}}",
          "{'action': 'created', 'deployment': {'id': 42, 'task': 't', 'ref': 'r', 'payload': {},"
              + " 'created_at': '2026-03-02T12:00:00Z', 'description': 'd', 'environment': 'e'},"
              + " 'deployment_status': {'state': 'success', 'created_at': '2026-03-02T12:00:00Z'},"
              + " 'repository': {'name': 'a', 'html_url': 'https://h/'}}");

  private static final List<String> VALUES =
      List.of(
          "null", "true", "-1", "1e400", "''", "' '", "[]", "{}", "[[{}]]", "'\\ud800'", "'💥'");

  @Test
  void everyValueMayBeAnything() throws IOException {
    int read = 0;
    int refused = 0;
    for (String record : RECORDS) {
      for (byte[] broken : broken(record)) {
        try {
          ChangeEvent event = JsonChanges.read(broken, RawRecord.NO_TIME);
          assertThat(event.id()).isNotEmpty();
          assertThat(event.product()).isNotEmpty();
          assertThat(event.summary()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
          read++;
        } catch (UnreadableRecord why) {
          assertThat(why).message().isNotEmpty().hasLineCount(1);
          refused++;
        }
      }
    }
    assertThat(read).isGreaterThan(200);
    assertThat(refused).isGreaterThan(100);
  }

  private static List<byte[]> broken(String record) throws IOException {
    List<byte[]> broken = new ArrayList<>();
    JsonNode root = JSON.readTree(quoted(record));
    List<ObjectNode> objects = new ArrayList<>();
    root.findParents("id").forEach(parent -> objects.add((ObjectNode) parent));
    root.forEach(
        child -> {
          if (child.isObject()) {
            objects.add((ObjectNode) child);
          }
        });
    objects.add((ObjectNode) root);
    for (ObjectNode object : objects) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode sound = object.get(name);
        for (String value : VALUES) {
          object.set(name, JSON.readTree(quoted(value)));
          broken.add(JSON.writeValueAsBytes(root));
        }
        object.set(name, sound);
      }
    }
    return broken;
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
