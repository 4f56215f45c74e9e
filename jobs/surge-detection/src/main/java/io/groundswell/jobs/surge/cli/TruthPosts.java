package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.evaluate.truth.EvaluationFiles;
import io.groundswell.jobs.surge.evaluate.truth.IncidentFile;
import io.groundswell.jobs.surge.evaluate.truth.Setup;
import io.groundswell.jobs.surge.evaluate.truth.Thresholds;
import io.groundswell.jobs.surge.evaluate.truth.VolumeFile;
import io.groundswell.jobs.surge.evaluate.truth.Volumes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The posts of an evaluation, and the main job over them. */
final class TruthPosts {
  @Option(
      names = "--posts",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Posts, in any order; plain or gzip; - is standard input.")
  private List<String> files = List.of();

  @ArgGroup(validate = false)
  private PostShape shape = new PostShape();

  @Option(
      names = {"--catalogue", "--catalog"},
      paramLabel = "FILE",
      description = "With --posts: the products, components and regions to watch (YAML).")
  private Path catalogueFile;

  @Option(
      names = "--contacts",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Support contacts (JSON lines; plain or gzip), as for detect.")
  private List<String> contacts = List.of();

  @Option(
      names = "--changes",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Change events (JSON lines; plain or gzip), as for detect.")
  private List<String> changes = List.of();

  List<String> files() {
    return files;
  }

  /** Whether anything was given that says how posts are read. */
  boolean others() {
    return catalogueFile != null || !contacts.isEmpty() || !changes.isEmpty() || shape.given();
  }

  void check(String truth) {
    if (catalogueFile == null) {
      throw new UsageError("--posts needs --catalogue: which products are watched?");
    }
    contacts.forEach(path -> LocalFiles.requireReadable("--contacts", path));
    changes.forEach(path -> LocalFiles.requireReadable("--changes", path));
    LocalFiles.requireOneReader(
        Stream.of(List.of(truth), files, contacts, changes).flatMap(List::stream).toList());
  }

  TruthMode.Told run(RuleOptions rules, FlinkOptions flink, OutFolder out, String truth)
      throws Exception {
    long started = System.currentTimeMillis();
    Catalogue catalogue = RuleOptions.catalogue(catalogueFile);
    Policy policy = rules.policy(catalogue);
    InputFiles input =
        new InputFiles(shape.files("--posts", files), List.copyOf(contacts), List.copyOf(changes));
    Rules decided = Rules.of(catalogue, policy);
    Detection detection = new Detection(decided, input, shape.reading(started));
    StreamExecutionEnvironment env = flink.environment();
    List<String> names = new ArrayList<>(DetectionRun.FILES);
    names.addAll(EvaluationFiles.ALL);
    out.prepare(names);
    DetectionRun.run(detection, env, out.path());
    String scored = out.path().resolve(Detection.VOLUMES).toString();
    Volumes volumes = VolumeFile.read(scored, policy.bucket().toMillis());
    double budget = policy.falseIncidentsPerWeek();
    return new TruthMode.Told(
        IncidentFile.read(out.path().resolve(Detection.INCIDENTS)),
        volumes,
        new Setup(
            "posts",
            truth,
            budget,
            Thresholds.of(volumes, catalogue.subjectKeys().size(), budget),
            Map.of("catalogue_version", catalogue.version(), "policy_version", policy.version())));
  }
}
