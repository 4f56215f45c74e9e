package io.groundswell.jobs.history.cli;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.pattern.PatternRule;
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
import io.groundswell.jobs.surge.settings.PatternFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.YamlFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The rules by which is decided today, and others that differ from them in one file. */
final class LiveRules {
  private static final String LIVE = "live";

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy of today. Default: every rule's own.")
  private Path policy;

  @Option(
      names = "--patterns",
      paramLabel = "FILE",
      description = "Your patterns of today. Default: the built-in ones alone.")
  private Path patterns;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "The weights of today. Default: those of Groundswell.")
  private Path weights;

  /** Where the catalogue of today is found. */
  private static final class Where {
    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "groundswell.yaml: the rules of today are those that 'run' is told.")
    private Path config;

    @Option(
        names = {"--catalogue", "--catalog"},
        paramLabel = "FILE",
        description = "Or the catalogue of today, and with it --policy, --patterns and --weights.")
    private Path catalogue;
  }

  /**
   * What is read from the files.
   *
   * @param withChanges whether the live job reads change events, as far as that is said
   */
  record Read(
      Catalogue catalogue,
      @Nullable Path policy,
      @Nullable Path patterns,
      LinearModel model,
      boolean withChanges) {

    private Policy live() {
      return live(catalogue);
    }

    private Policy live(Catalogue watched) {
      return policy == null ? Policy.defaults() : PolicyFile.read(policy, watched);
    }

    /** The rules of today. */
    Candidate candidate() {
      return new Candidate(LIVE, rules(catalogue, live(), model));
    }

    /** The rules of today with one file in the place of theirs. */
    Candidate with(Path file) {
      LocalFiles.requireReadable("--try", file.toString());
      return new Candidate(name(file), rules(file));
    }

    private Rules rules(Path file) {
      if (file.toString().endsWith(".gz") || file.toString().endsWith(".bin")) {
        return rules(catalogue, live(), Weights.read("--try", file));
      }
      YamlFile yaml = YamlFile.read(file, "give a policy, a catalogue, patterns or weights");
      if (yaml.has("/products")) {
        Catalogue other = CatalogueFile.read(file);
        return rules(other, live(other), model);
      }
      if (yaml.has("/patterns/0")) { // A policy's key of that name holds no list.
        return rules(catalogue, live(), PatternFile.read(file, live()), model);
      }
      return rules(catalogue, PolicyFile.read(file, catalogue), model);
    }

    private Rules rules(Catalogue watched, Policy decided, LinearModel judge) {
      List<PatternRule> written =
          patterns == null ? List.of() : PatternFile.read(patterns, decided);
      return rules(watched, decided, written, judge);
    }

    private static Rules rules(
        Catalogue watched, Policy decided, List<PatternRule> written, LinearModel judge) {
      return new Rules(watched, decided, written, judge, Pseudonyms.UNKEYED, Templates.defaults());
    }

    private static String name(Path file) {
      String name = String.valueOf(file.getFileName());
      int dot = name.indexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }
  }

  /** Reads the files of today. */
  Read read() {
    if (where.config == null) {
      return new Read(CatalogueFile.read(where.catalogue), policy, patterns, model(weights), false);
    }
    if (policy != null || patterns != null || weights != null) {
      throw new UsageError("--config names policy, patterns and weights; leave the others out");
    }
    RunSettings settings = RunFile.read(where.config);
    return new Read(
        CatalogueFile.read(Path.of(settings.catalogue())),
        path(settings.policy()),
        path(settings.patterns()),
        model(path(settings.weights())),
        !settings.changes().isEmpty());
  }

  private static @Nullable Path path(@Nullable String file) {
    return file == null ? null : Path.of(file);
  }

  private static LinearModel model(@Nullable Path file) {
    return file == null ? LinearTriage.shippedModel() : Weights.read("--weights", file);
  }
}
