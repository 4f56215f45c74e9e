package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Debian's Prometheus, a process of its own that looks at a job every second. */
final class Prometheus implements AutoCloseable {
  private static final String BINARY = "prometheus";

  private final Process process;
  private final String address;

  /** Starts it with rules; skips the test where there is none. */
  Prometheus(Path folder, String rules, String... targets) throws Exception {
    assumeThat(isThere()).as("skipped: there is no '" + BINARY + "' on the PATH").isTrue();
    Files.writeString(folder.resolve("alerts.yaml"), rules);
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
        scrape_configs:
          - job_name: groundswell
            static_configs: [{targets: [%s]}]
        rule_files: [alerts.yaml]
        """
            .formatted(String.join(", ", targets)));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    address = "http://127.0.0.1:" + port;
    process =
        new ProcessBuilder(
                BINARY,
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    while (Http.status(address + "/-/ready") != 200) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("prometheus.log"))).isTrue();
      Thread.sleep(100);
    }
  }

  private static boolean isThere() {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, BINARY)));
  }

  /** How many series a query gives now; it fails where Prometheus refuses the query. */
  int series(String query) throws IOException {
    JsonNode answer =
        ask("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    assertThat(answer.path("status").asText()).as(query + ": " + answer).isEqualTo("success");
    return answer.at("/data/result").size();
  }

  /** Names of the rules that fire. */
  Set<String> firing() throws IOException {
    Set<String> firing = new TreeSet<>();
    for (JsonNode alert : ask("/api/v1/alerts").at("/data/alerts")) {
      if (alert.path("state").asText().equals("firing")) {
        firing.add(alert.at("/labels/alertname").asText());
      }
    }
    return firing;
  }

  private JsonNode ask(String path) throws IOException {
    return new ObjectMapper().readTree(Http.text(address + path));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
