package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.jobs.surge.RealPosts;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed for companies whose posts are known. */
@Tag("real-data")
class InitOnRealPostsIT {
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
    Path posts = folder.resolve("posts.ndjson");
    RealPosts.write(kind, data, posts);
    Path catalogue = folder.resolve("catalogue.yaml");
    Console answer =
        Console.run("init", "--posts", posts.toString(), "--out", catalogue.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    return CatalogueFile.read(catalogue).products();
  }
}
