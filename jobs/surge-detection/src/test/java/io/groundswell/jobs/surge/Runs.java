package io.groundswell.jobs.surge;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A finished run of the main job over files.
 *
 * @param folder what it wrote
 * @param result its counters
 */
public record Runs(Path folder, JobExecutionResult result) {
  private static final long CLOCK = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

  /** An invented company with two products. */
  public static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              withComponents(
                  Product.of("acme", "acme"),
                  List.of(Component.of("login", "log in"), Component.of("pay", "payment"))),
              Product.of("beta", "beta")),
          List.of());

  private static Product withComponents(Product product, List<Component> components) {
    return new Product(
        product.id(),
        "Acme",
        product.aliases(),
        List.of("@acme"),
        product.hashtags(),
        product.tags(),
        product.exclude(),
        "team-acme",
        product.importance(),
        product.runbook(),
        product.dependsOn(),
        components);
  }

  /** Runs the job with the default policy. */
  public static Runs detect(List<String> files, Path folder, int parallelism, Configuration extra)
      throws Exception {
    return detect(files, folder, parallelism, extra, Policy.defaults(), CATALOGUE);
  }

  /** Runs the job by a policy and a catalogue. */
  public static Runs detect(
      List<String> files,
      Path folder,
      int parallelism,
      Configuration extra,
      Policy policy,
      Catalogue catalogue)
      throws Exception {
    StreamExecutionEnvironment env = environment(parallelism, extra);
    return detect(
        new InputFiles(new PostFiles(files, false, Map.of())), folder, env, policy, catalogue);
  }

  /** Runs the job over a story's posts and what is beside them, with the default policy. */
  public static Runs detect(Scenario scenario, Path input, Path folder, int parallelism)
      throws Exception {
    return detect(scenario, input, folder, parallelism, Policy.defaults());
  }

  /** Runs the job over a story's posts and what is beside them, by a policy. */
  public static Runs detect(
      Scenario scenario, Path input, Path folder, int parallelism, Policy policy) throws Exception {
    Path contacts = Files.write(input.resolve("contacts.ndjson"), scenario.contacts());
    Path changes = Files.write(input.resolve("changes.ndjson"), scenario.changes());
    Path verdicts = Files.write(input.resolve("verdicts.ndjson"), scenario.verdicts());
    Path mutes = Files.write(input.resolve("mutes.ndjson"), scenario.mutes());
    Path control = Files.write(input.resolve("control.ndjson"), scenario.control());
    PostFiles posts = new PostFiles(scenario.shuffled(input, 1), false, Map.of());
    return detect(
        new InputFiles(
            posts,
            List.of(contacts.toString()),
            List.of(changes.toString()),
            List.of(verdicts.toString()),
            List.of(mutes.toString()),
            scenario.control().isEmpty() ? List.of() : List.of(control.toString())),
        folder,
        environment(parallelism, new Configuration()),
        policy,
        CATALOGUE);
  }

  /** Runs the job over files. */
  public static Runs detect(
      InputFiles files,
      Path folder,
      StreamExecutionEnvironment env,
      Policy policy,
      Catalogue catalogue)
      throws Exception {
    Files.createDirectories(folder);
    Reading reading = new Reading(new JsonPosts(), CLOCK);
    new Detection(Rules.of(catalogue, policy), files, reading).add(env, folder);
    return new Runs(folder, env.execute("test"));
  }

  /** An environment for bounded runs. */
  public static StreamExecutionEnvironment environment(int parallelism, Configuration extra) {
    Configuration configuration = FlinkOptions.bounded();
    configuration.addAll(extra);
    return FlinkOptions.local(parallelism, configuration);
  }

  /** Lines of a file that it wrote. */
  public List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  /** The pages that it wrote, by name. */
  Map<String, String> pages() throws IOException {
    return texts(folder.resolve(Reports.FOLDER));
  }

  /** All texts in a folder, by name. */
  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /** Posts of which something has become. */
  long outcomes() {
    return Arrays.stream(Outcome.values())
        .mapToLong(outcome -> count(Ledger.counter(Input.POSTS, outcome)))
        .sum();
  }

  long count(String outcome) {
    Long count = result.getAccumulatorResult(outcome);
    return count == null ? 0 : count;
  }
}
