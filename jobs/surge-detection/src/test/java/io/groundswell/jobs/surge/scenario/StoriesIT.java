package io.groundswell.jobs.surge.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Written stories, each among the usual posts of five days, from files to files: what their
 * incidents say is what the stories expect of them.
 */
class StoriesIT {
  private static final Map<String, Double> PER_HOUR =
      new TreeMap<>(
          Map.of("paylo", 8.0, "postari", 6.0, "nimbora", 4.0, "strimo", 9.0, "cardux", 1.0));

  @TempDir Path folder;

  static Stream<String> stories() throws IOException {
    try (Stream<Path> files = Files.list(resource("catalogue.yaml").getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt") && !name.equals("usual.txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void anIncidentTellsWhatHappened(String name) throws Exception {
    WrittenStory story = WrittenStory.read(resource(name));
    List<String> records = new ArrayList<>(story.records());
    records.addAll(UsualPosts.of(resource("usual.txt"), PER_HOUR));
    InputFiles input = input(records, story.changes());

    Runs two = detect(input, 2);
    assertThat(detect(input, 1).folder().resolve(Detection.INCIDENTS))
        .hasSameBinaryContentAs(two.folder().resolve(Detection.INCIDENTS));

    ToldIncidents told = new ToldIncidents(two.lines(Detection.INCIDENTS));
    assertThat(story.expectations()).isNotEmpty();
    assertThat(
            story.expectations().stream()
                .map(expectation -> expectation.failure(told))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("\n")))
        .isEmpty();
  }

  private InputFiles input(List<String> posts, List<String> changes) throws IOException {
    String file = Files.write(folder.resolve("posts.ndjson"), posts).toString();
    String made = Files.write(folder.resolve("changes.ndjson"), changes).toString();
    return new InputFiles(
        new PostFiles(List.of(file), false, Map.of()),
        List.of(),
        changes.isEmpty() ? List.of() : List.of(made));
  }

  private Runs detect(InputFiles input, int parallelism) throws Exception {
    Catalogue catalogue = CatalogueFile.read(resource("catalogue.yaml"));
    return Runs.detect(
        input,
        folder.resolve("by" + parallelism),
        Runs.environment(parallelism, new Configuration()),
        Policy.defaults(),
        catalogue);
  }

  private static Path resource(String name) {
    String path = "/io/groundswell/jobs/surge/scenarios/" + name;
    return Path.of(Objects.requireNonNull(StoriesIT.class.getResource(path), path).getPath());
  }
}
