package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo as a newcomer runs it, in a hurry. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoIT {
  @Test
  void twoSurgesAreCaughtAndTheJokeIsNot() throws IOException {
    Set<String> before = folders();

    Console demo = Console.run("demo", "--fast", "--quiet-days", "3");

    assertThat(demo.code()).as(demo.err()).isZero();
    List<String> opened =
        demo.out().lines().filter(line -> line.matches(".*SEV\\d (re)?opened.*")).toList();
    assertThat(opened).as(demo.out()).hasSize(2);
    assertThat(opened.get(0)).contains("Wintlemoor Pay");
    assertThat(opened.get(1)).contains("Wintlemoor Mobile");
    assertThat(demo.out().lines().filter(line -> line.contains(" caught "))).hasSize(2);
    assertThat(demo.out())
        .contains("the joke is old; it has raised no incident", "nothing else was raised in 4 days")
        .doesNotContain("false alarm", "there was no warning", "\033");
    assertThat(folders()).isEqualTo(before);
    assertThat(brokerThreads()).isEmpty();
  }

  @Test
  void aPaceThatIsNoneIsRefused() {
    Console demo = Console.run("demo", "--speed", "0");
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.errLines()).hasSize(1);
    assertThat(demo.err()).contains("--speed", "--fast");
  }

  private static Set<String> folders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("groundswell-demo"))
          .collect(TreeSet::new, Set::add, Set::addAll);
    }
  }

  private static List<String> brokerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("data-plane") || name.startsWith("kafka-producer"))
        .toList();
  }
}
