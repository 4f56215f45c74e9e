package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.cli.Companion.Beside;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.PostTopic;
import io.groundswell.jobs.surge.settings.RunSettings.Privacy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job, streaming, from and to Kafka. */
@Command(
    name = "run",
    description =
        "Reads posts from Kafka as they come and writes incidents to Kafka, until it is stopped.",
    footer = {
      "",
      "Killed and started again, it goes on where its last checkpoint stands. One that is",
      "corrupt is refused, with the newest sound ones; 'groundswell state list' says more.",
      "",
      "Examples:",
      "  groundswell run --init                       writes groundswell.yaml and catalogue.yaml",
      "  groundswell run --config groundswell.yaml    works against a broker on localhost:9092",
      "  groundswell run --config groundswell.yaml --from groundswell-state/checkpoints/JOB/chk-7"
    })
final class RunCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private What what;

  /** One of the two. */
  private static final class What {
    @Option(names = "--config", paramLabel = "FILE", description = "Settings (YAML).")
    private Path config;

    @Option(
        names = "--init",
        description = "Write a commented groundswell.yaml and a catalogue.yaml here.")
    private boolean init;
  }

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description = "Go on from this checkpoint or savepoint; default: the newest checkpoint.")
  private @Nullable String from;

  @Override
  public Integer call() throws Exception {
    if (what.init) {
      if (from != null) {
        throw new UsageError("--from goes with --config");
      }
      init();
    } else {
      RunSettings settings = RunFile.read(what.config);
      run(settings, () -> beginning(settings.state().folder()));
    }
    return 0;
  }

  private Optional<String> beginning(String folder) throws IOException {
    String goOn =
        "go on with 'groundswell run --config %s --from %%s'"
            .formatted(what.config.toString().replace("%", "%%"));
    return from == null
        ? Beginning.newest(folder, goOn)
        : Optional.of(Beginning.named(from, folder, goOn));
  }

  private static void init() throws IOException {
    LocalFiles.create(Path.of("groundswell.yaml"), RunFile.template(newKey()));
    LocalFiles.create(Path.of("catalogue.yaml"), RunFile.catalogueTemplate());
    System.out.println("Wrote groundswell.yaml and catalogue.yaml. Put in your products, then:");
    System.out.println("  groundswell run --config groundswell.yaml");
  }

  private static String newKey() {
    byte[] key = new byte[Pseudonyms.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private void run(RunSettings settings, LiveFlink.From beginning) throws Exception {
    refuseBesideOnCluster(settings);
    if (from != null && LiveFlink.onCluster()) {
      throw new UsageError(
          "--from: on a cluster whoever submits the job says where it goes on; use 'flink run -s %s'"
              .formatted(from));
    }
    StreamExecutionEnvironment env = LiveFlink.environment(settings, beginning);
    Rules rules = RunRules.of(settings);
    RuleOptions.note(Path.of(settings.catalogue()), rules.catalogue());
    KafkaInput input = LiveKafka.input(settings, rules.policy().lateness().toMillis());
    KafkaOutput output = LiveKafka.output(settings);
    OutputTopics outputs = LiveKafka.topics(settings);
    Reports reports = Reports.served(settings.pages().folder(), settings.pages().url());
    new LiveDetection(rules, input, output, outputs, formats(settings), reports, false).add(env);
    Beginning.refuseOther(env);
    KafkaTopics.prepare(LiveDetection.needs(input, output, outputs));
    RuleFiles.begin(settings);
    warnOfAuthors(settings.privacy());
    System.err.printf(
        "Reading %s, writing incidents to '%s'; stop %s.%n",
        input.topics(), outputs.incidents(), LiveFlink.stoppedBy());
    execute(env, settings, LiveKafka.client(settings));
  }

  /** Until the job ends, which it does by a failure only, or a cluster has taken it. */
  private static void execute(
      StreamExecutionEnvironment env, RunSettings settings, Map<String, String> client)
      throws Exception {
    List<Beside> beside = beside(settings, client);
    try (Health health = Health.listen(settings.ports().health())) {
      JobClient job = env.executeAsync(settings.job().name());
      beside.forEach(one -> one.begun(job));
      if (health != null) {
        health.of(job);
      }
      LiveFlink.await(job);
    } finally {
      for (Beside one : beside) {
        one.close();
      }
    }
  }

  /** What else runs in this process; it is told in one line where it cannot. */
  private static List<Beside> beside(RunSettings settings, Map<String, String> client)
      throws Exception {
    Set<String> wanted = wanted(settings);
    List<Beside> beside = new ArrayList<>();
    for (Companion companion : Companion.all()) {
      if (wanted.remove(companion.key())) {
        beside.add(companion.start(settings, client));
      }
    }
    if (!LiveFlink.onCluster()) {
      beside.add(RuleFiles.watch(settings));
    }
    for (String missing : wanted) {
      throw new UsageError(
          "%1$s: its jar is not beside this one; take the key out and run 'groundswell %1$s'"
              .formatted(missing));
    }
    return beside;
  }

  private static Set<String> wanted(RunSettings settings) {
    Set<String> wanted = new TreeSet<>();
    if (settings.notification() != null) {
      wanted.add("notify");
    }
    if (settings.history() != null) {
      wanted.add("history");
    }
    return wanted;
  }

  /** Each would have to be another job of the cluster's, from another jar. */
  private static void refuseBesideOnCluster(RunSettings settings) {
    LiveFlink.requireNoneOnCluster(settings.ports());
    for (String key : wanted(settings)) {
      if (LiveFlink.onCluster()) {
        throw new UsageError(
            "%1$s: on a cluster it is a job of its own; take the key out and submit its jar with '%1$s --config FILE'"
                .formatted(key));
      }
    }
  }

  private static Map<String, Format> formats(RunSettings settings) {
    return settings.posts().stream().collect(Collectors.toMap(PostTopic::topic, PostTopic::format));
  }

  private static void warnOfAuthors(Privacy privacy) {
    if (!privacy.keyed()) {
      System.err.println(
          "privacy.author_key is not set: who reads the state can find out whose posts were counted;"
              + " put 64 hex digits there");
    }
  }
}
