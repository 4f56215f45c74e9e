package io.groundswell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Each threat of the model has a defence, and a test that fails when the defence is taken out. */
class ThreatsTest {
  /** A row: the threat's name, and the test in the last column. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\|.*\\| `(\\w+)(?:\\.(\\w+))?`( \\*)? \\|$");

  /** Of a test that breaks what it guards by itself. */
  private static final String BY_ITSELF = " *";

  static List<Defence> defences() throws IOException {
    return Defence.all();
  }

  @ParameterizedTest
  @MethodSource("defences")
  void withoutTheDefenceItsTestFails(Defence defence, @TempDir Path folder) throws Exception {
    assertThat(defence.source().split(Pattern.quote(defence.without()), -1))
        .as("where %s stands in %s", defence.without(), defence.className())
        .hasSize(2);

    TestExecutionSummary asItIs = Trial.asItIs(defence);
    assertThat(asItIs.getTestsSucceededCount()).isPositive();
    assertThat(asItIs.getFailures()).isEmpty();
    assertThat(Trial.without(defence, folder).getTotalFailureCount()).isPositive();
  }

  @Test
  void theModelAndTheDefencesAreTheSame() throws IOException {
    List<String> named = rows().filter(row -> row.group(4) == null).map(ThreatsTest::name).toList();

    assertThat(named).doesNotHaveDuplicates();
    assertThat(defences())
        .extracting(defence -> defence.threat() + " " + simple(defence))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void aTestThatBreaksWhatItGuardsIsThere() throws IOException {
    List<MatchResult> rows = rows().filter(row -> BY_ITSELF.equals(row.group(4))).toList();

    assertThat(rows).isNotEmpty();
    for (MatchResult row : rows) {
      try (Stream<Path> files = Files.walk(Defence.PROJECT)) {
        Path file =
            files
                .filter(one -> one.endsWith(row.group(2) + ".java"))
                .findAny()
                .orElseThrow(() -> new AssertionError("there is no test " + row.group(2)));
        assertThat(Files.readString(file)).as(row.group()).contains(" " + row.group(3) + "(");
      }
    }
  }

  private static String name(MatchResult row) {
    return row.group(1) + " " + row.group(2) + (row.group(3) == null ? "" : "." + row.group(3));
  }

  private static String simple(Defence defence) {
    String name = defence.testClass();
    String method = defence.testMethod();
    return name.substring(name.lastIndexOf('.') + 1) + (method.isEmpty() ? "" : "." + method);
  }

  private static Stream<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(Defence.PROJECT.resolve("deploy/SECURITY.md"))).results();
  }
}
