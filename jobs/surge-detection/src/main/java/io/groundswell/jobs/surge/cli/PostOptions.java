package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where posts come from, and how they are read. */
final class PostOptions {
  @Option(
      names = "--posts",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Posts, in any order; plain or gzip; - is standard input.")
  private List<String> posts = List.of();

  @Mixin private PostShape shape;

  PostFiles files() {
    return shape.files("--posts", posts);
  }

  Reading reading(long start) {
    return shape.reading(start);
  }
}
