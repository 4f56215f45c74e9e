package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>one</p><p>two</p> | one//two",
        "<p>one<br>two<br />three</p> | one/two/three",
        "<p>one<br><br>two</p> | one//two",
        "<ul><li>a</li><li>b</li></ul>c | a/b//c",
        "no tags at all | no tags at all",
        "a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#x27; &nbsp;e | a <b> &amp; \"c\" 'd'  e",
        "<p>5 < 6 and 7 > 3</p> | 5 < 6 and 7 > 3",
        "a<!-- <p>not</p> -->b | ab",
        "a<script>x < y</script>b<style>p {}</style>c | abc",
        "<b>bold</b> <i>and</i> <code>code</code> | bold and code",
        "<P>ONE</P><p class='x'>two</p> | ONE//two",
        "cut <b | cut <b",
        "&bogus; &#0; &#xD800; &#99999999; & ; &amp | &bogus; &#0; &#xD800; &#99999999; & ; &amp",
      })
  void readsAsPeopleSeeIt(String html, String text) {
    assertThat(HtmlText.of(html.replace("'", "\"").replace("\"d", "'d")))
        .isEqualTo(text.replace('/', '\n'));
  }

  @Test
  void linksAreWholeMentionsAndHashtagsAsWritten() {
    String html =
        "<p><span class=\"h-card\"><a href=\"https://town.example/@shop\" class=\"u-url mention\">@"
            + "<span>shop</span></a></span> see <a href=\"https://www.shop.example/cart?a=1&amp;b=2\""
            + " rel=\"nofollow\"><span class=\"invisible\">https://www.</span><span"
            + " class=\"ellipsis\">shop.example/cart</span><span class=\"invisible\">?a=1&amp;b=2"
            + "</span></a> <a href=\"https://town.example/tags/Outage\" class=\"mention hashtag\">#"
            + "<span>Outage</span></a></p>";

    assertThat(HtmlText.of(html))
        .isEqualTo("@shop see https://www.shop.example/cart?a=1&b=2 #Outage");
  }

  @Test
  void whatALinkIsCalledStandsBeforeWhereItLeads() {
    assertThat(HtmlText.of("<a href='https://a.example'>my notes</a>, <a>none</a>"))
        .isEqualTo("my notes https://a.example, none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a",
        "<a ",
        "<a<",
        "&",
        "&#x",
        "<!--",
        "<script>",
        "<a href=\">",
        "<p>",
        "<br>"
      })
  void noHtmlTakesLong(String piece) {
    String html = piece.repeat(250_000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> HtmlText.of(html + ">" + html));
  }
}
