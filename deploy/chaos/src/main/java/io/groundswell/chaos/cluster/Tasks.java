package io.groundswell.chaos.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalLong;

/** How the job is, by Flink's REST interface. */
public final class Tasks {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The last operator that every incident passes. */
  private static final String LAST = "Describe incidents";

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Cluster cluster;

  /** Of the job that was submitted to a cluster last. */
  public Tasks(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Whether all its tasks run; not where nobody answers. */
  public boolean running() throws InterruptedException {
    try {
      for (JsonNode job : get("/jobs/overview").path("jobs")) {
        if (job.path("jid").asText().equals(cluster.job())) {
          int total = job.path("tasks").path("total").asInt();
          return job.path("state").asText().equals("RUNNING")
              && total > 0
              && job.path("tasks").path("running").asInt() == total;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * How far the job has come: what it has decided up to then is final, epoch milliseconds. Empty
   * where it does not say.
   */
  public OptionalLong watermark() throws InterruptedException {
    try {
      String job = "/jobs/" + cluster.job();
      OptionalLong least = OptionalLong.empty();
      for (JsonNode vertex : get(job).path("vertices")) {
        if (vertex.path("name").asText().contains(LAST)) {
          least = least(get(job + "/vertices/" + vertex.path("id").asText() + "/watermarks"));
        }
      }
      return least;
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong least(JsonNode watermarks) {
    long least = Long.MAX_VALUE;
    for (JsonNode one : watermarks) {
      least = Math.min(least, one.path("value").asLong(Long.MIN_VALUE));
    }
    return least == Long.MAX_VALUE || least < 0 ? OptionalLong.empty() : OptionalLong.of(least);
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + cluster.rest() + path))
            .timeout(PATIENCE)
            .build();
    return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}
