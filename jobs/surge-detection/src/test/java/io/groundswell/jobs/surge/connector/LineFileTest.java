package io.groundswell.jobs.surge.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.DeadLetter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  @TempDir Path path;

  @Test
  void linesWaitForTheirTimeAndComeOutInItsOrder() throws Exception {
    Path file = path.resolve("out");
    try (var sink = sink(new LineFile(file.toString(), ""))) {
      write(sink, line(3, "a"), line(1, "b"), line(2, "c"));
      sink.processWatermark(2);
      write(sink, line(4, "d"), line(3, "e"));
      sink.beforeCheckpoint();
      assertThat(Files.readAllLines(file)).containsExactly("1 b", "2 c");

      sink.processWatermark(3);
      sink.endInput();
      assertThat(Files.readAllLines(file)).containsExactly("1 b", "2 c", "3 a", "3 e", "4 d");
    }
  }

  @Test
  void theEndBringsWhatStillWaits() throws Exception {
    Path file = path.resolve("out");
    try (var sink = sink(new LineFile(file.toString(), ""))) {
      write(sink, line(2, "b"), line(1, "a"));
      sink.endInput();
    }

    assertThat(file).hasContent("1 a\n2 b\n");
  }

  @Test
  void theHeaderIsThereEvenWithoutLines() throws Exception {
    Path file = Files.writeString(path.resolve("out"), "of an earlier run");
    try (var sink = sink(new LineFile(file.toString(), VolumeLines.HEADER))) {
      sink.endInput();
    }

    assertThat(Files.readString(file)).isEqualTo(VolumeLines.HEADER + "\n");
  }

  @Test
  void aDashIsStandardOutput() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try (var sink = sink(new LineFile("-", "caf\u00e9"))) {
      write(sink, line(1, "a"));
      sink.endInput();
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(UTF_8)).isEqualTo("caf\u00e9\n1 a\n");
  }

  @Test
  void deadLettersComeInTheOrderOfTheirPositions() throws Exception {
    Path file = path.resolve("out");
    try (var sink = sink(new LineFile(file.toString(), ""))) {
      for (String where : List.of("b.csv:1", "a.csv:10", "a.csv:9")) {
        write(sink, new DeadLetterLines().map(new DeadLetter("r", "d", where, "x")));
      }
      sink.endInput();
    }

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"reason\":\"r\",\"detail\":\"d\",\"where\":\"a.csv:9\",\"record\":\"x\"}",
            "{\"reason\":\"r\",\"detail\":\"d\",\"where\":\"a.csv:10\",\"record\":\"x\"}",
            "{\"reason\":\"r\",\"detail\":\"d\",\"where\":\"b.csv:1\",\"record\":\"x\"}");
  }

  @Test
  void halfACharacterStopsNothing() throws Exception {
    Path file = path.resolve("out");
    String odd = Json.object(json -> json.writeStringField("id", "\uD83D \uD83D\uDE00 \uDE00"));
    try (var sink = sink(new LineFile(file.toString(), ""))) {
      write(sink, new Line(1, "", odd), new Line(2, "", "\uD83D"));
      sink.endInput();
    }

    assertThat(Files.readAllLines(file))
        .containsExactly("{\"id\":\"\\ud83d \uD83D\uDE00 \\ude00\"}", "?");
  }

  @Property(tries = 200)
  void theOrderOfArrivalMakesNoDifference(@ForAll Random random) throws Exception {
    Path file = Files.createTempFile("lines", "");
    List<Line> lines = new ArrayList<>();
    try (var sink = sink(new LineFile(file.toString(), ""))) {
      for (long watermark = 0; watermark < 50; watermark += 10) {
        for (int i = random.nextInt(5); i > 0; i--) {
          lines.add(line(watermark + random.nextInt(30), String.valueOf(random.nextInt(9))));
          write(sink, lines.get(lines.size() - 1));
        }
        sink.processWatermark(watermark - 1);
      }
      sink.endInput();
    }

    assertThat(Files.readAllLines(file))
        .isEqualTo(lines.stream().sorted(Line.ORDER).map(Line::text).toList());
    Files.delete(file);
  }

  private static Line line(long time, String order) {
    return new Line(time, order, time + " " + order);
  }

  private static void write(Sink sink, Line... lines) throws Exception {
    for (Line line : lines) {
      sink.writer.write(line, null);
    }
  }

  private static Sink sink(LineFile file) throws IOException {
    return new Sink(file.createWriter(null));
  }

  /** The sink as Flink calls it. */
  private record Sink(SinkWriter<Line> writer) implements Closeable {
    void processWatermark(long time) throws Exception {
      writer.writeWatermark(new Watermark(time));
    }

    void beforeCheckpoint() throws Exception {
      writer.flush(false);
    }

    void endInput() throws Exception {
      writer.flush(true);
    }

    @Override
    public void close() throws IOException {
      try {
        writer.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
