package io.groundswell.domain.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Post;
import org.junit.jupiter.api.Test;

/** What can be shown of a post. */
class QuoteTest {

  @Test
  void personalDataIsMasked() {
    assertThat(quote("write to @acme, ann.lee@mail.example or +44 20 7946 0958").text())
        .isEqualTo("write to @[name], [mail] or [phone]");
  }

  @Test
  void whatIsCutIsMaskedBeforeItIsCut() {
    String text = "x".repeat(Quote.LONGEST - 8) + " ann.lee@mail.example";

    assertThat(quote(text).text()).doesNotContain("ann").hasSizeLessThanOrEqualTo(Quote.LONGEST);
  }

  @Test
  void whomItIsAddressedToIsLeftOut() {
    assertThat(quote("@acme @other my card, @acme!").text()).isEqualTo("my card, @[name]!");
  }

  @Test
  void aLongTextEndsWithAWord() {
    Quote quote = quote("declined ".repeat(60));

    assertThat(quote.text()).hasSizeLessThanOrEqualTo(Quote.LONGEST).endsWith("declined\u2026");
  }

  @Test
  void aTextIsOneLineWithoutWhatNobodySees() {
    assertThat(quote(" card\n\n declined\t\u0000now ").text()).isEqualTo("card declined now");
  }

  @Test
  void noCharacterIsCutInTwo() {
    String text = quote("\uD83D\uDE21".repeat(200)).text();

    assertThat(text.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
  }

  private static Quote quote(String text) {
    return Quote.of(Post.of("x", "1", 0).text(text).build(), text);
  }
}
