package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.Durations;
import io.groundswell.jobs.surge.settings.PolicyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The policy to decide by. */
final class RuleOptions {
  private static final int MOST_NOTES = 5;

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

  /** The policy with another width of a bucket, for counts that are given. */
  Policy policy(String bucket) {
    Policy read = policy == null ? Policy.defaults() : PolicyFile.read(policy);
    Policy widened =
        Durations.parse(bucket)
            .map(read::withBucket)
            .orElseThrow(
                () ->
                    new UsageError(
                        "--bucket: '%s' is no duration; write it like 5m".formatted(bucket)));
    if (!widened.problems().isEmpty()) {
      throw new UsageError(
          "--bucket: %s is not 10s to 1h, dividing an hour; use 10s, 1m, 5m …".formatted(bucket));
    }
    return widened;
  }

  /** The catalogue in a file; what is good to know about it is said on standard error. */
  static Catalogue catalogue(Path file) {
    if (file == null) {
      return Catalogue.none();
    }
    Catalogue catalogue = CatalogueFile.read(file);
    note(file, catalogue);
    return catalogue;
  }

  /** Says on standard error what is good to know about a catalogue. */
  static void note(Path file, Catalogue catalogue) {
    List<String> notes = catalogue.notes();
    for (String note : notes.subList(0, Math.min(MOST_NOTES, notes.size()))) {
      System.err.println(file + ": " + note);
    }
    if (notes.size() > MOST_NOTES) {
      System.err.printf(
          Locale.ROOT, "%s: and %,d more misspellings of two%n", file, notes.size() - MOST_NOTES);
    }
  }
}
