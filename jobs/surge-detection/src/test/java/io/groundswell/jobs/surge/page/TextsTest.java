package io.groundswell.jobs.surge.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/1?b=c&d=é#e", "HTTP://a.example", "http://[::1]:80/x"})
  void addressesOfTheWebAreLinks(String url) {
    assertThat(Texts.link(url, "words")).startsWith("<a href=\"").endsWith(">words</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " https://a.example",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "ftp://a.example",
        "https://",
        "https://a.example/\" onclick=\"x",
        "https://a.example/<script>",
        "https:\\\\a.example"
      })
  void allElseIsText(String url) {
    assertThat(Texts.link(url, "words")).startsWith("words: ").doesNotContain("<");
  }

  @Test
  void withoutAnAddressThereAreTheWords() {
    assertThat(Texts.link(null, "a & b")).isEqualTo("a &amp; b");
    assertThat(Texts.link(" ", "a & b")).isEqualTo("a &amp; b");
  }

  @Test
  void whatIsNoLanguageIsNotCalledOne() {
    assertThat(Texts.written("x", "pt-BR")).isEqualTo("<bdi lang=\"pt-BR\">x</bdi>");
    assertThat(Texts.written("<", "en\" onclick=\"x")).isEqualTo("<bdi>&lt;</bdi>");
    assertThat(Texts.written("x", "")).isEqualTo("<bdi>x</bdi>");
  }

  @Test
  void linesStayLines() {
    assertThat(Texts.copyable("a <b>\nc", "en")).contains("a &lt;b&gt;<br>c");
    assertThat(Texts.paragraphs("a\n\nb")).isEqualTo("<p>a</p>\n<p>b</p>\n");
  }
}
