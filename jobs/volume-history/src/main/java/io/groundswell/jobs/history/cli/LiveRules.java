package io.groundswell.jobs.history.cli;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.jobs.history.backtest.Candidate;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.cli.Weights;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.YamlFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The rules by which is decided today, and others that differ from them in one file. */
final class LiveRules {
  private static final String LIVE = "live";

  @Option(
      names = {"--catalogue", "--catalog"},
      required = true,
      paramLabel = "FILE",
      description = "The catalogue of today.")
  private Path catalogue;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy of today. Default: every rule's own.")
  private Path policy;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "The weights of today. Default: those of Groundswell.")
  private Path weights;

  Path catalogue() {
    return catalogue;
  }

  /** The rules of today. */
  Candidate candidate(Catalogue read) {
    return new Candidate(LIVE, rules(read, policy(read), model()));
  }

  /**
   * The rules of today with one file in the place of theirs.
   *
   * @param taken candidates whose names are taken
   */
  Candidate with(Path file, Catalogue read, List<Candidate> taken) {
    LocalFiles.requireReadable("--try", file.toString());
    String name = name(file);
    if (taken.stream().anyMatch(one -> one.name().equals(name))) {
      throw new UsageError("--try: there are two candidates '%s'; rename one".formatted(name));
    }
    return new Candidate(name, rules(file, read));
  }

  private Rules rules(Path file, Catalogue read) {
    if (file.toString().endsWith(".gz") || file.toString().endsWith(".bin")) {
      return rules(read, policy(read), Weights.read("--try", file));
    }
    if (YamlFile.read(file, "give a policy, a catalogue or weights").has("/products")) {
      Catalogue other = CatalogueFile.read(file);
      return rules(other, policy(other), model());
    }
    return rules(read, PolicyFile.read(file, read), model());
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private Policy policy(Catalogue read) {
    return policy == null ? Policy.defaults() : PolicyFile.read(policy, read);
  }

  private LinearModel model() {
    return weights == null ? LinearTriage.shippedModel() : Weights.read("--weights", weights);
  }

  private static Rules rules(Catalogue catalogue, Policy policy, LinearModel model) {
    return new Rules(catalogue, policy, model, Pseudonyms.UNKEYED, Templates.defaults());
  }
}
