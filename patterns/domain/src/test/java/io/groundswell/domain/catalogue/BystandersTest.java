package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Post;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BystandersTest {
  private static final Recogniser SHOPS =
      new Recogniser(
          Catalogue.of(
              List.of(
                  ProductsWithHandles.of("acme", "acme", "acme mail"),
                  ProductsWithHandles.of("beta", "beta"),
                  ProductsWithHandles.of("gamma", "beta account")),
              List.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can't reach anyone on Acme from my Beta phone",
        "Acme app crashes on my Beta phone",
        "Acme app crashes on my new Beta",
        "on my beta, acme does not load",
        "switched from Beta to Acme and no internet",
        "Beta works fine but Acme is down",
        "Acme is down again while Beta is fine",
        "unlike Beta, Acme drops every call",
        "unlike @beta, @acme drops every call",
        "my Acme parcel never came, paid with Beta",
        "Beta never had this, Acme fails daily",
        "Acme ist kaputt, mit meinem Beta Handy komme ich nicht rein",
        "Acme geht nicht, Beta geht noch",
        "Acme est en panne depuis mon téléphone Beta",
        "Acme ne marche plus, contrairement à Beta",
        "no puedo entrar en Acme desde mi móvil Beta",
        "Acme va fatal, a diferencia de Beta",
        "Acme is worse than Beta ever was",
        "paid via Beta and #AcmeFail never shipped",
      })
  void whatAPostIsWrittenWithOrComparedWithStandsBy(String text) {
    assertThat(products(text)).containsExactly("acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme and Beta are both down",
        "neither Acme nor Beta works",
        "money vanished from my Beta savings into Acme",
        "Acme says Beta is not working",
        "Beta is down, and Acme as well",
        "from Beta to Acme nothing works",
        "Acme works fine. Beta works fine.",
        "on my Beta phone. On Beta too. Acme as well",
        "Acme ist weg, Beta geht nicht",
      })
  void whoIsNotSurelyABystanderIsMeant(String text) {
    assertThat(products(text)).containsExactly("acme", "beta");
  }

  @ParameterizedTest
  @CsvSource({
    "on my Beta phone nothing works, beta",
    "Beta works fine, beta",
    "unlike Beta, beta",
  })
  void aProductThatIsNamedAloneIsMeant(String text, String product) {
    assertThat(products(text)).containsExactly(product);
  }

  @Test
  void namesInsideNamesAreLeftAlone() {
    assertThat(products("Acme on my Beta account")).containsExactly("acme", "beta", "gamma");
  }

  @Test
  void whomASourceNamesIsMeant() {
    Post post =
        Post.of("forum", "1", 0)
            .text("cannot log in from my Beta phone")
            .tags(List.of("acme"))
            .build();

    assertThat(SHOPS.recognise(post).products()).containsExactly("acme");
    assertThat(SHOPS.recognise(post).directed()).isTrue();
  }

  @Test
  void aBystanderIsNotAddressed() {
    Post post = Post.of("x", "1", 0).text("unlike @beta, Acme drops every call").build();

    assertThat(SHOPS.recognise(post).products()).containsExactly("acme");
    assertThat(SHOPS.recognise(post).directed()).isFalse();
  }

  @Test
  void aHostileTextOfBystandersIsReadInLinearTime() {
    assertThat(products("acme, ".repeat(10) + "on my beta phone ".repeat(20_000)))
        .containsExactly("acme");
    assertThat(products("beta account ".repeat(20_000))).containsExactly("beta", "gamma");
  }

  private static List<String> products(String text) {
    return SHOPS.recognise(Post.of("x", "1", 0).text(text).build()).products();
  }

  /** Products with their id as handle and tag. */
  private static final class ProductsWithHandles {
    static Product of(String id, String... aliases) {
      return new Product(
          id,
          id,
          List.of(aliases),
          List.of(id),
          List.of(),
          List.of(id),
          List.of(),
          null,
          Importance.NORMAL,
          null,
          List.of(),
          List.of());
    }
  }
}
