package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.evaluate.brigade.BrigadeFiles;
import io.groundswell.jobs.surge.evaluate.brigade.BrigadePlan;
import io.groundswell.jobs.surge.evaluate.brigade.BrigadeResult;
import io.groundswell.jobs.surge.evaluate.brigade.BrigadeText;
import io.groundswell.jobs.surge.evaluate.brigade.Trial;
import io.groundswell.jobs.surge.evaluate.brigade.TrialPosts;
import io.groundswell.jobs.surge.evaluate.truth.IncidentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Evaluation on scripted brigades: how many accounts it takes to open an incident. */
final class BrigadeMode {
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);
  private static final String POSTS = "posts.ndjson";

  @Option(
      names = "--brigade",
      description =
          "Run the real job over invented complaints, 10 an hour, and brigades of 5 to 200 scripted"
              + " accounts among them: how many it takes to open an incident, and how many people.")
  private boolean brigade;

  /** Whether this mode is meant. */
  boolean asked() {
    return brigade;
  }

  /**
   * Runs the job, prints, and writes.
   *
   * @param out where files go; none where null
   */
  void run(Generated options, @Nullable OutFolder out) throws Exception {
    BrigadePlan plan =
        options.quick()
            ? BrigadePlan.quick(options.seeds(SEEDS.subList(0, 1)))
            : BrigadePlan.full(options.seeds(SEEDS));
    if (out != null) {
      out.prepare(BrigadeFiles.ALL);
    }
    BrigadeResult result = measure(plan);
    BrigadeText.lines(result).forEach(System.out::println);
    if (out != null) {
      BrigadeFiles.write(out.path(), result);
      System.out.printf("%nThe report is %s%n", out.path().resolve(BrigadeFiles.REPORT));
    }
  }

  private static BrigadeResult measure(BrigadePlan plan) throws Exception {
    Path folder = LocalFiles.temporaryFolder("groundswell-brigade");
    try {
      Detection detection = detection(plan.trials(), folder);
      DetectionRun.run(detection, new FlinkOptions().environment(), folder);
      return BrigadeResult.of(plan, IncidentFile.read(folder.resolve(Detection.INCIDENTS)));
    } finally {
      LocalFiles.deleteFolder(folder);
    }
  }

  /** Each product has the budget that it would have alone. */
  private static Detection detection(List<Trial> trials, Path folder) throws IOException {
    Path file = folder.resolve(POSTS);
    TrialPosts posts = new TrialPosts(trials);
    posts.write(file, (done, all) -> Progress.step("hours of posts", done, all));
    Progress.clear();
    Policy policy = Policy.builder().falseIncidentsPerWeek(trials.size()).build();
    return new Detection(
        Rules.of(posts.catalogue(), policy),
        new InputFiles(new PostFiles(List.of(file.toString()), false, Map.of())),
        new Reading(Format.POST.posts(), Trial.END.toEpochMilli()));
  }
}
