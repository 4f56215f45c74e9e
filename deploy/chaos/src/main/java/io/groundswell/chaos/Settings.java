package io.groundswell.chaos;

import io.groundswell.jobs.benchmark.feed.Invented;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

/**
 * What both jobs are told: defaults, but for what would take longer than a round.
 *
 * @param folder where the files are
 * @param quick with small buckets
 */
public record Settings(Path folder, boolean quick) {
  private static final String POLICY = "listen_first: 2m\nresolve_after: 3m\n";
  private static final String QUICK =
      "bucket: 10s\nlateness: 2s\nlisten_first: 20s\nresolve_after: 1m\n";

  /** The policy, as its file has it. */
  public String policy() {
    return quick ? QUICK : POLICY;
  }

  /** How long nothing goes wrong, so that there is something normal. */
  public Duration listen() {
    return quick ? Duration.ofSeconds(25) : Duration.ofSeconds(150);
  }

  /** Of the main job. */
  public Path job() {
    return folder.resolve("groundswell.yaml");
  }

  /** Of the notification job. */
  public Path notifier() {
    return folder.resolve("notify.yaml");
  }

  /** Writes the files, and makes the input as wide as it is to be. */
  public void write(String broker, String webhook, int partitions) throws Exception {
    write(broker, webhook);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker))) {
      admin.createPartitions(Map.of("posts", NewPartitions.increaseTo(partitions))).all().get();
    }
  }

  private void write(String broker, String webhook) throws IOException {
    Files.writeString(folder.resolve("catalogue.yaml"), Invented.yaml());
    Files.writeString(folder.resolve("policy.yaml"), policy());
    Files.write(
        job(),
        List.of(
            "kafka: {brokers: \"%s\"}".formatted(broker),
            "start: earliest",
            "catalogue: catalogue.yaml",
            "policy: policy.yaml"));
    Files.write(
        notifier(),
        List.of(
            "kafka: {brokers: \"%s\"}".formatted(broker),
            "allowed_hosts: [127.0.0.1]",
            "destinations:",
            "  hook: {type: webhook, address: \"%s\", signing_key: \"${KEY}\"}".formatted(webhook),
            "default: {to: [hook]}"));
  }
}
