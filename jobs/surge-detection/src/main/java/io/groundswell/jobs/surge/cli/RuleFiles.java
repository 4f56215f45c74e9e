package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.jobs.surge.connector.kafka.KafkaControl;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The files of catalogue, policy, patterns and weights that a job is started with: what they say is
 * ruled where they say something new, at the start and, while the job runs in this process, each
 * time that somebody changes them. So the control topic always has what holds, and what was applied
 * since a file was written wins over it.
 */
final class RuleFiles implements Companion.Beside {
  /** In whose name files rule. */
  static final String BY = "file";

  private final RunSettings settings;
  private final Map<RuleKind, String> seen = new EnumMap<>(RuleKind.class);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "rule-files");
            named.setDaemon(true);
            return named;
          });

  private RuleFiles(RunSettings settings) {
    this.settings = settings;
  }

  /** Rules what the files say, where that is new, and says where something else holds. */
  static void begin(RunSettings settings) {
    for (RuleKind kind : RuleKind.values()) {
      RunningRules rules = RunningRules.of(settings);
      String content = RunningRules.fileOf(settings, kind);
      boolean none = rules.rulings(kind).isEmpty();
      if (none && !KafkaControl.fits(content)) {
        System.err.printf(
            "The %s is too large to be ruled: it holds as it is until the job is started again.%n",
            kind.label());
      } else if (!content.isBlank()
          && (none || !RuleDiff.of(kind, rules.first(kind), content).isEmpty())) {
        var placed = rules.rule(kind, content, BY, "the job was started with it");
        System.err.printf("The file holds as %s %d.%n", kind.label(), placed.number());
      } else if (!RuleDiff.of(kind, content, rules.content(kind)).isEmpty()) {
        System.err.printf(
            "%s, holds, and not what the file says; 'apply %s --history' tells why.%n",
            rules.said(kind), kind.label());
      }
    }
  }

  /** Begins to watch the files. */
  static RuleFiles watch(RunSettings settings) {
    RuleFiles files = new RuleFiles(settings);
    for (RuleKind kind : RuleKind.values()) {
      files.seen.put(kind, RunningRules.fileOf(settings, kind));
    }
    var unused = files.thread.scheduleWithFixedDelay(files::look, 1, 1, TimeUnit.SECONDS);
    return files;
  }

  private void look() {
    for (RuleKind kind : RuleKind.values()) {
      try {
        look(kind);
      } catch (UncheckedIOException e) {
        // Somebody is writing it; it is read again in a second.
      } catch (RuntimeException e) { // Whatever it is, the next change is looked at.
        System.err.println("not applied: " + e.getMessage());
      }
    }
  }

  private void look(RuleKind kind) {
    String content = RunningRules.fileOf(settings, kind);
    if (content.isBlank() || content.equals(seen.get(kind))) {
      return;
    }
    seen.put(kind, content); // What is refused is refused once.
    RunningRules rules = RunningRules.of(settings);
    rules.check(kind, kind.label(), content);
    if (!RuleDiff.of(kind, rules.content(kind), content).isEmpty()) {
      var placed = rules.rule(kind, content, BY, "the file was changed");
      System.err.printf("The changed file holds as %s %d.%n", kind.label(), placed.number());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
