package io.groundswell.jobs.surge.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;

/**
 * Says by HTTP how the job of this process is: {@code GET /livez} is 200 until it has failed for
 * good, {@code GET /readyz} while it runs and is not about to start again; otherwise 503. The
 * answer is Flink's word for it.
 */
public final class Health implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final HttpServer server;
  private volatile @Nullable JobClient job;

  private Health(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen on every address; null for port 0. Until a job has begun it lives and is not
   * ready.
   *
   * @throws UsageError where the port is taken
   */
  public static @Nullable Health listen(int port) {
    if (port == 0) {
      return null;
    }
    try {
      Health health = new Health(HttpServer.create(new InetSocketAddress(port), 0));
      health.answer("/livez", status -> !status.isGloballyTerminalState());
      health.answer("/readyz", status -> status == JobStatus.RUNNING);
      health.server.start();
      return health;
    } catch (IOException e) {
      throw new UsageError("ports.health: nobody can listen at " + port + ": " + e.getMessage());
    }
  }

  /** Whose health it is from now on. */
  public void of(JobClient begun) {
    job = begun;
  }

  private void answer(String path, Predicate<JobStatus> sound) {
    server.createContext(
        path,
        exchange -> {
          JobStatus status = status();
          say(exchange, sound.test(status) ? 200 : 503, status.name());
        });
  }

  private JobStatus status() {
    JobClient known = job;
    if (known == null) {
      return JobStatus.INITIALIZING;
    }
    try {
      return known.getJobStatus().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return JobStatus.SUSPENDED;
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return JobStatus.FAILED; // Its Flink is gone, or too busy to answer.
    }
  }

  private static void say(HttpExchange exchange, int status, String word) throws IOException {
    byte[] body = (word + "\n").getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
