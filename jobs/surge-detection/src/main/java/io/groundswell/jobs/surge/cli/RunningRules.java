package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.RulingJson.Sent;
import io.groundswell.jobs.surge.connector.kafka.KafkaControl;
import io.groundswell.jobs.surge.connector.kafka.KafkaControl.Placed;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PatternFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.WeightsText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a running job decides by, as its files and the control topic have it. */
final class RunningRules {
  private final RunSettings settings;
  private final KafkaControl control;
  private final List<Sent> all;

  private RunningRules(RunSettings settings, KafkaControl control, List<Sent> all) {
    this.settings = settings;
    this.control = control;
    this.all = all;
  }

  /** Reads the topic that the settings name. */
  static RunningRules of(RunSettings settings) {
    KafkaControl control = new KafkaControl(LiveKafka.client(settings), settings.control().topic());
    return new RunningRules(settings, control, control.all());
  }

  /** Everything that has been ruled, in its order. */
  List<Sent> all() {
    return all;
  }

  /** What has been ruled of a kind, in its order. */
  List<Sent> rulings(RuleKind kind) {
    return all.stream().filter(sent -> sent.ruling().kind() == kind).toList();
  }

  private Ruling last(RuleKind kind) {
    List<Sent> rulings = rulings(kind);
    return rulings.isEmpty() ? null : rulings.get(rulings.size() - 1).ruling();
  }

  /** What holds now. */
  String content(RuleKind kind) {
    Ruling last = last(kind);
    return last == null ? fileOf(settings, kind) : last.content();
  }

  /** What the job was started with, or its changed file has said since; empty for defaults. */
  String first(RuleKind kind) {
    List<Sent> rulings = rulings(kind);
    for (int i = rulings.size() - 1; i >= 0; i--) {
      if (rulings.get(i).ruling().by().equals(RuleFiles.BY)) {
        return rulings.get(i).ruling().content();
      }
    }
    return fileOf(settings, kind);
  }

  /** What a file of settings says now; empty where none is named. */
  static String fileOf(RunSettings settings, RuleKind kind) {
    String path = path(settings, kind);
    try {
      return path == null ? "" : text(kind, Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of rules as it is ruled. */
  static String text(RuleKind kind, Path file) throws IOException {
    if (kind != RuleKind.MODEL) {
      return LocalFiles.text(file);
    }
    try (InputStream in = LocalFiles.open(file)) {
      return WeightsText.of(in.readAllBytes());
    }
  }

  private static String path(RunSettings settings, RuleKind kind) {
    return switch (kind) {
      case CATALOGUE -> settings.catalogue();
      case POLICY -> settings.policy();
      case PATTERNS -> settings.patterns();
      case MODEL -> settings.weights();
    };
  }

  /**
   * Writes what holds now into files, for commands that take such.
   *
   * @param folder is there
   * @return the options that name them; a default is not named
   */
  List<String> written(Path folder) throws IOException {
    List<String> options = new ArrayList<>();
    for (RuleKind kind : RuleKind.values()) {
      String content = content(kind);
      if (!content.isBlank()) {
        Path file = folder.resolve(kind.label());
        try (OutputStream out = LocalFiles.bytes(file)) {
          out.write(
              kind == RuleKind.MODEL
                  ? WeightsText.file(content)
                  : content.getBytes(StandardCharsets.UTF_8));
        }
        options.addAll(List.of(option(kind), file.toString()));
      }
    }
    return options;
  }

  private static String option(RuleKind kind) {
    return switch (kind) {
      case CATALOGUE -> "--catalogue";
      case POLICY -> "--policy";
      case PATTERNS -> "--patterns";
      case MODEL -> "--weights";
    };
  }

  /** What holds now, in words. */
  String said(RuleKind kind) {
    Ruling last = last(kind);
    if (last != null) {
      return "%s %d, by %s".formatted(kind.label(), last.number(), last.by());
    }
    String path = path(settings, kind);
    if (path != null) {
      return Path.of(path).getFileName().toString();
    }
    return switch (kind) {
      case PATTERNS -> "no pattern of your own";
      case MODEL -> "Groundswell's own weights";
      default -> "the default " + kind.label();
    };
  }

  /**
   * Refuses what is not sound, cannot hold while the job runs, or leaves the policy with names that
   * the catalogue does not hold.
   */
  void check(RuleKind kind, String name, String content) {
    if (kind == RuleKind.MODEL) {
      WeightsText.read(name, content);
      return;
    }
    String firstCatalogue = first(RuleKind.CATALOGUE);
    Catalogue first = CatalogueFile.of("catalogue", firstCatalogue);
    String firstPolicy = first(RuleKind.POLICY);
    Policy decided =
        firstPolicy.isEmpty() ? Policy.defaults() : PolicyFile.of("policy", firstPolicy);
    if (kind == RuleKind.PATTERNS) {
      PatternFile.of(name, content, decided);
      return;
    }
    if (kind == RuleKind.POLICY) {
      PolicyFile.of(
          name, content, decided, CatalogueFile.of("catalogue", content(RuleKind.CATALOGUE)));
      return;
    }
    Catalogue catalogue = CatalogueFile.of(name, content, first);
    String policy = content(RuleKind.POLICY);
    Policy now = policy.isEmpty() ? decided : PolicyFile.of("policy", policy);
    for (Problem problem : now.problems(catalogue)) {
      throw new UsageError(
          "%s: the policy names what it no longer holds: %s; %s"
              .formatted(name, problem.message(), problem.remedy()));
    }
  }

  /** Rules something, which has been checked. */
  Placed rule(RuleKind kind, String content, String by, String because) {
    return control.rule(kind, content, by, because, System.currentTimeMillis());
  }

  /** From when on it holds in a running job; empty where none has taken it up for 20 seconds. */
  OptionalLong from(Placed placed) {
    return control.from(settings.clock().topic(), placed.offset());
  }
}
