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
import picocli.CommandLine.Option;

/** The rules by which is decided today, and others that differ from them in one file. */
final class LiveRules {
  private static final String LIVE = "live";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "groundswell.yaml: the rules of today are those that 'run' is told, each but what the",
        "following name in its place."
      })
  private @Nullable Path config;

  @Option(
      names = {"--catalogue", "--catalog"},
      paramLabel = "FILE",
      description = "The catalogue of today; needed without --config.")
  private @Nullable Path catalogue;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy of today. Default: every rule's own.")
  private @Nullable Path policy;

  @Option(
      names = "--patterns",
      paramLabel = "FILE",
      description = "Your patterns of today. Default: the built-in ones alone.")
  private @Nullable Path patterns;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "The weights of today. Default: those of Groundswell.")
  private @Nullable Path weights;

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
    if (config != null) {
      RunSettings settings = RunFile.read(config);
      return new Read(
          CatalogueFile.read(catalogue != null ? catalogue : Path.of(settings.catalogue())),
          or(policy, settings.policy()),
          or(patterns, settings.patterns()),
          model(or(weights, settings.weights())),
          !settings.changes().isEmpty());
    }
    if (catalogue == null) {
      throw new UsageError("give --config, or the --catalogue of today");
    }
    return new Read(CatalogueFile.read(catalogue), policy, patterns, model(weights), false);
  }

  private static @Nullable Path or(@Nullable Path given, @Nullable String configured) {
    return given != null || configured == null ? given : Path.of(configured);
  }

  private static LinearModel model(@Nullable Path file) {
    return file == null ? LinearTriage.shippedModel() : Weights.read("--weights", file);
  }
}
