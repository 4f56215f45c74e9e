package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measuring triage, and teaching it one's own posts. */
class TriageCommandsIT {
  @TempDir Path folder;

  @Test
  void labelledPostsTellHowGoodTriageIs() throws IOException {
    Path out = folder.resolve("out");
    Console answer = evaluate(labelled(), "--out", out.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("24 posts, 12 of them complaints", "macro F1", "AUC", "speed");
    JsonNode figures = new ObjectMapper().readTree(out.resolve("evaluation.json").toFile());
    assertThat(figures.at("/all/complaints").asInt()).isEqualTo(12);
    assertThat(figures.at("/all/auc").asDouble()).isBetween(0., 1.);
    assertThat(figures.at("/groups/looms/posts").asInt()).isEqualTo(24);
    assertThat(Files.readAllLines(out.resolve("judged.csv"))).hasSize(25);
  }

  @Test
  void weightsLearnOnFromLabelledPosts() throws IOException {
    Path out = folder.resolve("mine");
    Console trained =
        Console.run("train", "--labelled", labelled().toString(), "--out", out.toString());
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(out.resolve("card.md"))
        .content()
        .contains("labelled.csv | 24 |", "| macro F1 at .5 |", "## Limits");

    Console answer = evaluate(labelled(), "--weights", out.resolve("weights.bin.gz").toString());
    assertThat(answer.out()).contains("AUC                1.000");

    Path posts =
        Files.writeString(
            folder.resolve("posts.ndjson"),
            """
            {"id":"1","source":"x","created_at":"2026-03-02T10:00:00Z","text":"the shuttle ravels"}
            """);
    Console judged =
        Console.run(
            "triage",
            "--weights",
            out.resolve("weights.bin.gz").toString(),
            "--posts",
            posts.toString(),
            "--out",
            "-");
    assertThat(judged.code()).as(judged.err()).isZero();
    assertThat(judged.out()).contains("\"is_complaint\":true");
  }

  @Test
  void mistakesAreAnsweredInOneLine() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "id,text,label\n1,it broke,maybe\n");
    assertThat(evaluate(bad).errLines())
        .singleElement()
        .asString()
        .contains("bad.csv:2: the label is 'maybe'; write complaint or chatter");

    Path few =
        Files.writeString(folder.resolve("few.csv"), "id,text,label\n1,it broke,complaint\n");
    Console trained =
        Console.run("train", "--labelled", few.toString(), "--out", folder.resolve("o").toString());
    assertThat(trained.code()).isEqualTo(2);
    assertThat(trained.errLines()).singleElement().asString().contains("label at least 10 of each");

    Console weights = evaluate(labelled(), "--weights", few.toString());
    assertThat(weights.code()).isEqualTo(2);
    assertThat(weights.errLines()).singleElement().asString().contains("holds no weights");

    Console stream =
        Console.run("train", "--labelled", "-", "--out", folder.resolve("o").toString());
    assertThat(stream.code()).isEqualTo(2);
    assertThat(stream.errLines()).singleElement().asString().contains("--labelled: give a file");

    Console nothing = Console.run("train", "--out", folder.resolve("o").toString());
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.errLines()).singleElement().asString().contains("nothing to learn from");

    Console both = evaluate(labelled(), "--study");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.errLines()).singleElement().asString().contains("not with --triage");
  }

  private static Console evaluate(Path labelled, String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "evaluate";
    arguments[1] = "--triage";
    arguments[2] = labelled.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Console.run(arguments);
  }

  /** Weavers, whose faults have names of their own. */
  private Path labelled() throws IOException {
    StringBuilder rows = new StringBuilder("id,text,label,group\n");
    for (int i = 0; i < 12; i++) {
      String where = "in hall " + (char) ('a' + i);
      rows.append("c%d,the loom ravels %s,complaint,looms\n".formatted(i, where));
      rows.append("n%d,the loom hums %s,chatter,looms\n".formatted(i, where));
    }
    return Files.writeString(folder.resolve("labelled.csv"), rows);
  }
}
