package io.groundswell.security;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the jars are made of is what {@code DEPENDENCIES.md} says, so that a change of it is seen in
 * a review; {@code -Dgroundswell.write=true} writes it anew.
 */
@Tag("sbom")
class DependenciesTest {
  private static final Path TABLE = Path.of("DEPENDENCIES.md");
  private static final String BESIDE = "beside";

  /** Jobs by the letter that stands for them in the table. */
  private static final Map<String, String> JOBS =
      Map.of("S", "surge-detection", "N", "incident-notification", "H", "volume-history");

  private static final String HEAD =
      """
      # What Groundswell is made of

      Libraries that others wrote: inside the jars of surge detection (S), incident notification (N) and volume history (H), or beside them, where a cluster has its
      own. `DependenciesTest` holds this table to the lists of parts (CycloneDX) that the build writes, and refuses licences that ask more of whoever passes
      Groundswell on than to name them. What several licences are offered for may be taken under any one.

      | library | version | licence | where |
      |---|---|---|---|
      """;

  @Test
  void theTableIsTrue() throws IOException {
    String table = HEAD + String.join("\n", rows()) + "\n";
    if (Boolean.getBoolean("groundswell.write")) {
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(table);
  }

  @Test
  void everyLicenceIsOneThatWeTake() throws IOException {
    assertThat(libraries().keySet())
        .extracting(Library::problem)
        .filteredOn(problem -> !problem.isEmpty())
        .isEmpty();
  }

  @Test
  void aChangeIsNamed() {
    assertThat(new Library("a:b", "1", List.of("GPL-3.0-only")).problem())
        .isEqualTo("a:b 1 has a licence that we do not take: [GPL-3.0-only]");
    assertThat(new Library("a:b", "1", List.of()).problem()).isEqualTo("a:b 1 has no licence");
    assertThat(row(new Library("a:b", "1", List.of("MIT")), "S"))
        .isNotEqualTo(row(new Library("a:b", "2", List.of("MIT")), "S"));
  }

  private static List<String> rows() throws IOException {
    return libraries().entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .sorted()
        .toList();
  }

  private static String row(Library library, String where) {
    return "| %s | %s | %s | %s |"
        .formatted(
            library.name(), library.version(), String.join(" or ", library.licences()), where);
  }

  /** Each with where it is. */
  private static Map<Library, String> libraries() throws IOException {
    Map<Library, TreeSet<String>> where = new HashMap<>();
    for (Map.Entry<String, String> job : JOBS.entrySet()) {
      Path built = Defence.PROJECT.resolve("jobs").resolve(job.getValue()).resolve("target");
      Path inside = built.resolve("classes/META-INF/sbom/application.cdx.json");
      for (Library library : Library.of(inside)) {
        where.computeIfAbsent(library, one -> new TreeSet<>()).add(job.getKey());
      }
      for (Library library : Library.of(built.resolve("beside.cdx.json"))) {
        where.computeIfAbsent(library, one -> new TreeSet<>());
      }
    }
    Map<Library, String> told =
        new TreeMap<>(Comparator.comparing(Library::name).thenComparing(Library::version));
    where.forEach(
        (library, jobs) ->
            told.put(library, jobs.isEmpty() ? BESIDE : jobs.stream().collect(joining(" "))));
    return told;
  }
}
