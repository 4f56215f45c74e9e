package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Real posts beside the project, as JSON lines; where they are not, the test is skipped. */
public final class RealPosts {
  /** Where real data lies. */
  public static final Path SHARED = Path.of(System.getProperty("groundswell.data", "."));

  private RealPosts() {}

  /**
   * Converts a folder of real posts.
   *
   * @param kind what the converting tool calls them
   * @param data the folder, under {@link #SHARED}
   * @param posts the file to write
   */
  public static void write(String kind, String data, Path posts)
      throws IOException, InterruptedException {
    Path source = SHARED.resolve(data);
    assumeTrue(Files.exists(source), "skipped: no real data beside the project at " + source);
    String tool = SHARED.resolve("tools/real_posts.py").toString();
    List<String> command = new ArrayList<>(List.of("python3", tool, kind));
    try (Stream<Path> files = Files.list(source)) {
      files.map(Path::toString).filter(f -> f.endsWith(".csv.gz")).sorted().forEach(command::add);
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(posts.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
