package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a job says that it lives and works. */
@Timeout(120)
class HealthTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aJobLivesBeforeItIsReadyAndWhenItHasEndedNeither() throws Exception {
    int port = free();
    try (Health health = Objects.requireNonNull(Health.listen(port))) {
      assertThat(ask(port, "livez")).isEqualTo("200 INITIALIZING");
      assertThat(ask(port, "readyz")).isEqualTo("503 INITIALIZING");

      JobClient job = endless();
      health.of(job);
      while (!ask(port, "readyz").equals("200 RUNNING")) {
        Thread.sleep(100);
      }
      assertThat(ask(port, "livez")).isEqualTo("200 RUNNING");

      job.cancel().get();
      while (!ask(port, "livez").startsWith("503 ")) {
        Thread.sleep(100);
      }
      assertThat(ask(port, "readyz")).startsWith("503 ");
    }
  }

  @Test
  void nothingElseIsAnswered() throws Exception {
    int port = free();
    try (Health health = Objects.requireNonNull(Health.listen(port))) {
      assertThat(health).isNotNull();
      assertThat(ask(port, "jobs")).startsWith("404 ");
    }
  }

  @Test
  void portsThatAreTakenAreNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> Health.listen(taken.getLocalPort()))
          .isInstanceOf(UsageError.class)
          .hasMessageContaining("ports.health: nobody can listen at " + taken.getLocalPort());
    }
    assertThat(Health.listen(0)).isNull();
  }

  private static JobClient endless() throws Exception {
    StreamExecutionEnvironment env = FlinkOptions.local(1, FlinkOptions.bounded());
    env.fromSequence(0, Long.MAX_VALUE)
        .uid("numbers")
        .filter(number -> number < 0)
        .uid("none")
        .print()
        .uid("print");
    return env.executeAsync("endless");
  }

  private String ask(int port, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + "/" + path);
    HttpResponse<String> said =
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    return said.statusCode() + " " + said.body().strip();
  }

  private static int free() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
