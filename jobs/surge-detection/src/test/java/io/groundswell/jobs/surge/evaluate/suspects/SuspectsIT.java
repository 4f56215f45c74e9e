package io.groundswell.jobs.surge.evaluate.suspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.change.Suspects;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code evaluate --suspects}: one history at a status page's pace. */
class SuspectsIT {
  @TempDir Path folder;

  private int runs;

  @Test
  void suspicionFallsOnTheCauseAndOnNobodyElse() throws Exception {
    SuspectResult result =
        Histories.measure(List.of(9L), List.of(Pace.STATUS_PAGE), Size.QUICK, folder, this::run);

    SuspectRow row = result.rows().get(0);
    System.out.println(String.join(System.lineSeparator(), SuspectText.lines(result)));
    assertThat(row.caused() + row.uncaused()).isGreaterThanOrEqualTo(20);
    assertThat(row.firstShare()).isGreaterThanOrEqualTo(.9);
    assertThat(row.blamed()).isLessThanOrEqualTo(1 + row.uncaused() / Suspects.NAMED);
    assertThat(row.unexplained()).as("in two weeks, at one a week").isLessThanOrEqualTo(6);
  }

  private Path run(Catalogue catalogue, Path posts, List<Path> changes) throws Exception {
    Path out = Files.createDirectory(folder.resolve("out" + runs++));
    Runs run =
        Runs.detect(
            new InputFiles(
                new PostFiles(List.of(posts.toString()), false, Map.of()),
                List.of(),
                changes.stream().map(Path::toString).toList()),
            out,
            Runs.environment(2, new Configuration()),
            Policy.defaults(),
            catalogue);
    return run.folder().resolve(Detection.INCIDENTS);
  }
}
