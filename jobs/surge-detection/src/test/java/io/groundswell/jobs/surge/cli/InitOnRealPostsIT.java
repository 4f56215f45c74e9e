package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed for companies whose posts are known. */
@Tag("real-data")
class InitOnRealPostsIT {
  private final Path shared = Path.of(System.getProperty("groundswell.data", "."));

  @TempDir Path folder;

  @Test
  void theSixAirlinesComeOut() throws Exception {
    assertThat(proposed("airline", "data/us_airline"))
        .extracting(product -> product.handles().get(0))
        .containsExactlyInAnyOrder(
            "@united", "@usairways", "@americanair", "@southwestair", "@jetblue", "@virginamerica");
  }

  @Test
  void theForumIsAboutOneProductAndItsTopics() throws Exception {
    List<Product> products = proposed("forum", "data/sumo_firefox");

    assertThat(products).extracting(Product::id).containsExactly("firefox");
    assertThat(products.get(0).components())
        .extracting(Component::id)
        .contains("sync", "tabs", "bookmarks", "fix-problems");
  }

  private List<Product> proposed(String kind, String data) throws Exception {
    Path source = shared.resolve(data);
    assumeTrue(Files.exists(source), "skipped: no real data beside the project at " + source);
    Path catalogue = folder.resolve("catalogue.yaml");
    Console answer =
        Console.run(
            "init", "--posts", posts(kind, source).toString(), "--out", catalogue.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    return CatalogueFile.read(catalogue).products();
  }

  private Path posts(String kind, Path source) throws IOException, InterruptedException {
    Path posts = folder.resolve("posts.ndjson");
    Path tool = shared.resolve("tools/real_posts.py");
    List<String> command = new ArrayList<>(List.of("python3", tool.toString(), kind));
    try (Stream<Path> files = Files.list(source)) {
      files.map(Path::toString).filter(f -> f.endsWith(".csv.gz")).sorted().forEach(command::add);
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(posts.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return posts;
  }
}
