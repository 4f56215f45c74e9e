package io.groundswell.jobs.surge.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** A page that people can read whatever the posts say, and that fetches nothing. */
class PageTest {
  private static final String HOSTILE = "<script>alert('x')</script> & \"quoted\" \u0007\ud83d";

  private static Plot plot() {
    return new Plot(HOSTILE, new NumberAxis(0, 10), NumberAxis.upTo(3), 100)
        .xName(HOSTILE)
        .series(
            new Series(
                HOSTILE,
                Series.Shape.DOTTED_LINE,
                List.of(new Series.Point(0, 1), new Series.Point(5, Double.NaN))))
        .series(new Series("bars", Series.Shape.BARS, List.of(new Series.Point(2, 3))))
        .series(new Series("steps", Series.Shape.STEPS, List.of(new Series.Point(2, 3))))
        .series(new Series("none", Series.Shape.LINE, List.of()))
        .band(2, 4, HOSTILE)
        .mark(9, HOSTILE);
  }

  private static String page() {
    return new Page(HOSTILE)
        .figure(HOSTILE, HOSTILE, HOSTILE)
        .heading(HOSTILE)
        .heading(HOSTILE, HOSTILE)
        .text(HOSTILE)
        .note(HOSTILE)
        .table(
            new Table(HOSTILE, HOSTILE, "n")
                .row(Cell.link(HOSTILE, HOSTILE), Cell.figure(HOSTILE))
                .row(Cell.badge(HOSTILE, Cell.Tone.BAD), Cell.time(HOSTILE)))
        .plot(plot(), HOSTILE)
        .html();
  }

  @Test
  void escapesEverything() {
    assertThat(page()).doesNotContain("<script", "\u0007", "\ud83d", "alert('");
  }

  @Test
  void itsBodyIsWellFormed() throws Exception {
    String html = page();
    String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
    byte[] xml = body.replace("<br>", "<br/>").getBytes(StandardCharsets.UTF_8);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));

    assertThat(document.getElementsByTagName("caption").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(2);
  }

  @Test
  void fetchesNothing() {
    String withoutEmptyIcon = page().replace("<link rel=\"icon\" href=\"data:,\">", "");

    assertThat(withoutEmptyIcon)
        .contains("default-src 'none'")
        .doesNotContain("http:", "https:", "src=", "url(", "@import", "<link");
  }

  @Test
  void labelsOfMarksThatLieCloseDoNotLieOnEachOther() {
    String svg =
        new Plot("", new NumberAxis(0, 100), NumberAxis.upTo(1), 380, 100)
            .mark(12, "second")
            .mark(10, "first")
            .mark(98, "last")
            .svg();

    assertThat(svg)
        .containsSubsequence("y=\"-5\"", "second", "y=\"-23\"", "first")
        .contains("x=\"289.6\" y=\"-5\">last");
  }
}
