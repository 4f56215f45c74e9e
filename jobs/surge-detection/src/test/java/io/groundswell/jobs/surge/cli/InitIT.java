package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue to start with. */
class InitIT {
  @TempDir Path folder;

  @Test
  void aProposalCanBeUsedAsItIs() throws IOException {
    Path file = folder.resolve("catalogue.yaml");
    Console answer = init(posts(), "--out", file.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("44 posts read", "1 records unreadable", "2 products");
    Catalogue catalogue = CatalogueFile.read(file);
    assertThat(catalogue.products())
        .extracting(Product::id)
        .containsExactly("carrick-air", "wintlemoor-pay");
    assertThat(catalogue.products().get(1).components()).hasSize(1);
    assertThat(file).content().contains("# A first catalogue", "# 30 people", "baggage claim");

    Console judged =
        Console.run(
            "triage", "--catalogue", file.toString(), "--posts", posts().toString(), "--out", "-");
    assertThat(judged.out().lines().filter(line -> line.contains("\"carrick-air\""))).hasSize(30);
  }

  @Test
  void standardOutputIsTheDefault() throws IOException {
    assertThat(init(posts()).out()).startsWith("# A first catalogue").contains("products:\n");
  }

  @Test
  void mistakesAreAnsweredInOneLine() throws IOException {
    Path there = Files.writeString(folder.resolve("there.yaml"), "");
    Console exists = init(posts(), "--out", there.toString());
    assertThat(exists.code()).isEqualTo(2);
    assertThat(exists.errLines())
        .singleElement()
        .asString()
        .contains("there.yaml is there already; --force replaces it");
    assertThat(init(posts(), "--force", "--out", there.toString()).code()).isZero();

    Path few = Files.writeString(folder.resolve("few.ndjson"), line(1, "lovely day", ""));
    Console nothing = init(few);
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.errLines())
        .singleElement()
        .asString()
        .contains("1 posts, 0 complaints", "no name that 3 people complain about");
  }

  private Console init(Path posts, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "init";
    all[1] = "--posts";
    all[2] = posts.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return Console.run(all);
  }

  private Path posts() throws IOException {
    StringBuilder lines = new StringBuilder("no post\n");
    for (int i = 0; i < 30; i++) {
      lines.append(line(i, "@CarrickAir baggage claim is broken again, useless", ""));
    }
    for (int i = 30; i < 44; i++) {
      String tags = i < 38 ? "\"Wintlemoor: Pay\",\"ca\\\\rd \\\"x\\\"\"" : "\"Wintlemoor: Pay\"";
      lines.append(line(i, "the card does not work, it fails with an error", tags));
    }
    return Files.writeString(folder.resolve("posts.ndjson"), lines);
  }

  private static String line(int id, String text, String tags) {
    return """
        {"id":"%d","source":"x","created_at":"2026-03-02T10:00:00Z","text":"%s",\
        "author":{"id":"p%d"},"tags":[%s]}
        """
        .formatted(id, text, id, tags);
  }
}
