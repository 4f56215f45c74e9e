package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the files of catalogue and policy each second while a job runs in this process, and
 * applies them when somebody has changed them, as {@code apply} would.
 */
final class WatchedFiles implements Companion.Beside {
  private static final String BY = "file";

  private final RunSettings settings;
  private final Map<RuleKind, String> seen = new EnumMap<>(RuleKind.class);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "watched-files");
            named.setDaemon(true);
            return named;
          });

  private WatchedFiles(RunSettings settings) {
    this.settings = settings;
  }

  /** Begins to watch, and says where something else holds than the files say. */
  static WatchedFiles watch(RunSettings settings) {
    WatchedFiles files = new WatchedFiles(settings);
    RunningRules rules = RunningRules.of(settings);
    for (RuleKind kind : RuleKind.values()) {
      files.seen.put(kind, rules.file(kind));
      if (!RuleDiff.lines(rules.file(kind), rules.content(kind)).isEmpty()) {
        System.err.printf(
            "%s, holds, and not what the file says; 'apply %s --history' tells why.%n",
            rules.said(kind), kind.label());
      }
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
      } catch (SettingsException | UsageError | BadInput e) {
        System.err.println("not applied: " + e.getMessage());
      }
    }
  }

  private void look(RuleKind kind) {
    String content = RunningRules.fileOf(settings, kind);
    if (content.equals(seen.get(kind)) || content.isBlank()) {
      return;
    }
    seen.put(kind, content); // What is refused is refused once.
    RunningRules rules = RunningRules.of(settings);
    rules.check(kind, kind.label(), content);
    if (!RuleDiff.lines(rules.content(kind), content).isEmpty()) {
      var placed = rules.rule(kind, content, BY, "the file was changed");
      System.err.printf("Applied the changed file as %s %d.%n", kind.label(), placed.number());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
