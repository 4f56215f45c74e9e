package io.groundswell.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.measure.IncidentLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log of pods, as their own configuration has it: a JSON object a line, whatever is logged. */
class LogTest {
  private static final PrintStream OUT = System.out;

  private static final ByteArrayOutputStream WRITTEN = new ByteArrayOutputStream();

  @TempDir static Path folder;

  /** The appender keeps the stream that it finds. */
  @BeforeAll
  static void configure() throws Exception {
    start(configuration());
  }

  @BeforeEach
  void forget() {
    WRITTEN.reset();
  }

  @Test
  void linesOfAnIncidentHaveItsId() throws Exception {
    IncidentLog.say("acme@IT:20260304T000000Z", "opened SEV2 surge, update 1");
    LoggerFactory.getLogger("flink").info("something else");

    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("incident").asText()).isEqualTo("acme@IT:20260304T000000Z");
    assertThat(lines.get(0).get("logger").asText()).isEqualTo("groundswell.incidents");
    assertThat(lines.get(0).get("message").asText()).isEqualTo("opened SEV2 surge, update 1");
    assertThat(lines.get(1).get("incident").asText()).isEmpty();
  }

  @Test
  void nobodyCanForgeALine() throws Exception {
    String forged = "a\"}\n{\"level\":\"ERROR\",\"message\":\"all is lost\u0007\u001b[31m\"}";
    IncidentLog.warn(forged, forged);
    LoggerFactory.getLogger("flink").error("failed", new IllegalStateException(forged));

    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("message").asText()).isEqualTo(forged);
    assertThat(lines.get(0).get("incident").asText()).isEqualTo(forged);
    assertThat(lines.get(1).get("error").asText()).contains("IllegalStateException: " + forged);
    assertThat(WRITTEN.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
  }

  /** That the test above can fail. */
  @Test
  void aPatternWithoutEncodingIsForged() throws Exception {
    Path plain = folder.resolve("log4j-plain.properties");
    Files.writeString(
        plain, Files.readString(configuration()).replaceAll("%enc\\{(%\\w)}\\{JSON}", "$1"));
    start(plain);
    try {
      IncidentLog.warn("a", "a\"}\n{\"level\":\"ERROR\",\"message\":\"all is lost");

      assertThat(lines()).anyMatch(line -> line.path("message").asText().equals("all is lost"));
    } finally {
      start(configuration());
    }
  }

  private static void start(Path configuration) {
    System.setOut(new PrintStream(WRITTEN, true, StandardCharsets.UTF_8));
    Configurator.reconfigure(configuration.toUri());
    System.setOut(OUT);
  }

  private static Path configuration() throws Exception {
    for (JsonNode resource : Manifests.of("prod")) {
      JsonNode log = resource.at("/spec/logConfiguration/log4j-console.properties");
      if (log.isTextual()) {
        return Files.writeString(folder.resolve("log4j-console.properties"), log.asText());
      }
    }
    throw new AssertionError("no FlinkDeployment says how to log");
  }

  @AfterAll
  static void restore() {
    Configurator.reconfigure();
  }

  private List<JsonNode> lines() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : WRITTEN.toString(StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(new ObjectMapper().readTree(line));
      }
    }
    return lines;
  }
}
