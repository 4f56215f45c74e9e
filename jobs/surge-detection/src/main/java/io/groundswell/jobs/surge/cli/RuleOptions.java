package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The policy to decide by. */
final class RuleOptions {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "What you decide: budget, buckets, thresholds (YAML). Default: one false"
              + " incident a week, one-minute buckets.")
  private Path policy;

  Policy policy(Catalogue catalogue) {
    return policy == null ? Policy.defaults() : PolicyFile.read(policy, catalogue);
  }

  Policy policy() {
    return policy == null ? Policy.defaults() : PolicyFile.read(policy);
  }

  static Catalogue catalogue(Path file) {
    return file == null ? Catalogue.none() : CatalogueFile.read(file);
  }
}
