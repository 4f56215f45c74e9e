package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.evaluate.suspects.Histories;
import io.groundswell.jobs.surge.evaluate.suspects.Pace;
import io.groundswell.jobs.surge.evaluate.suspects.Size;
import io.groundswell.jobs.surge.evaluate.suspects.SuspectFiles;
import io.groundswell.jobs.surge.evaluate.suspects.SuspectResult;
import io.groundswell.jobs.surge.evaluate.suspects.SuspectText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Evaluation on generated histories: does suspicion fall on the right change? */
final class SuspectMode {
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  @Option(
      names = "--suspects",
      description =
          "Run the real job over invented weeks of products that are changed and that fail:"
              + " is the change that caused a fault suspected first, is a fault without one blamed"
              + " on any, and does the budget hold with change events on?")
  private boolean suspects;

  /** Whether this mode is meant. */
  boolean asked() {
    return suspects;
  }

  /**
   * Runs the job, prints, and writes.
   *
   * @param out where files go; none where null
   */
  void run(Generated options, @Nullable OutFolder out) throws Exception {
    List<Long> seeds = options.seeds(options.quick() ? SEEDS.subList(0, 1) : SEEDS);
    if (out != null) {
      out.prepare(SuspectFiles.ALL);
    }
    Path folder = LocalFiles.temporaryFolder("groundswell-suspects");
    SuspectResult result;
    try {
      result =
          Histories.measure(
              seeds,
              List.of(Pace.values()),
              options.quick() ? Size.QUICK : Size.FULL,
              folder,
              (catalogue, posts, changes) -> run(folder, catalogue, posts, changes));
    } finally {
      LocalFiles.deleteFolder(folder);
    }
    SuspectText.lines(result).forEach(System.out::println);
    if (out != null) {
      SuspectFiles.write(out.path(), result);
      System.out.printf("%nThe report is %s%n", out.path().resolve(SuspectFiles.REPORT));
    }
  }

  private static Path run(Path folder, Catalogue catalogue, Path posts, List<Path> changes)
      throws Exception {
    InputFiles files =
        new InputFiles(
            new PostFiles(List.of(posts.toString()), false, Map.of()),
            List.of(),
            changes.stream().map(Path::toString).toList());
    Reading reading = new Reading(Format.POST.posts(), Histories.READ_AT);
    Detection detection = new Detection(Rules.of(catalogue, Policy.defaults()), files, reading);
    DetectionRun.run(detection, new FlinkOptions().environment(), folder);
    return folder.resolve(Detection.INCIDENTS);
  }
}
