package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.host.HostPatterns;
import io.groundswell.cep.host.Hosting;
import io.groundswell.jobs.surge.ruling.RuledPatterns;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written about state is true. */
class StateDocTest {
  private static final Path DOC = Path.of("../../state-migration/STATE.md");
  private static final Pattern NAME = Pattern.compile("`([a-z][a-z0-9-]*)`");

  @Test
  void everyOperatorAndStateIsDescribed() throws Exception {
    assertThat(described(Files.readString(DOC))).containsAll(inCode());
  }

  @Test
  void everyRowOfTheTableIsInTheCode() throws IOException {
    String table =
        Files.readAllLines(DOC).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> String.join("|", line.split("\\|", -1)[1], line.split("\\|", -1)[2]))
            .collect(Collectors.joining("\n"));
    assertThat(described(table)).isNotEmpty();
    assertThat(inCodeUnchecked()).containsAll(described(table));
  }

  private static Set<String> described(String text) {
    return NAME.matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inCodeUnchecked() {
    try {
      return inCode();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> inCode() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : Uids.class.getFields()) {
      names.add((String) field.get(null));
    }
    names.add(RuledPatterns.UID);
    names.add(Hosting.UID);
    names.addAll(HostPatterns.STATES);
    return names;
  }
}
