package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void watchesItsSubjectsBeforeAnythingIsSeen() {
    assertThat(Catalogues.firefox().subjectKeys())
        .startsWith("?", "@emea", "@jfk", "@west", "accounts", "accounts@emea")
        .endsWith("firefox/sync", "firefox/tabs", "firefox@emea", "firefox@jfk", "firefox@west")
        .isSorted()
        .hasSize(14);
    assertThat(Catalogue.none().subjectKeys()).containsExactly("?");
  }

  @Test
  void itsVersionIsThatOfItsContent() {
    assertThat(Catalogues.firefox().version()).isEqualTo(Catalogues.firefox().version());
    assertThat(Catalogues.firefox().version()).isNotEqualTo(Catalogues.airlines().version());
  }

  @Test
  void theSampleCataloguesAreSound() {
    assertThat(Catalogues.firefox().problems()).isEmpty();
    assertThat(Catalogues.airlines().problems()).isEmpty();
    assertThat(Catalogue.none().problems()).isEmpty();
  }

  @Test
  void refusesTwoProductsWithOneId() {
    assertThat(problems(Product.of("acme", "acme"), Product.of("acme", "other")))
        .containsExactly(
            new Problem(
                "/products/1/id",
                "product 'acme' appears twice",
                "/products/0/id",
                "give each product its own id"));
  }

  @Test
  void refusesIdsThatDoNotFitIntoSubjectKeys() {
    assertThat(problems(Product.of("Acme Phone", "acme")))
        .containsExactly(
            Problem.at(
                "/products/0/id",
                "product id 'Acme Phone' is not made of lower-case letters, digits and hyphens",
                "write it like 'my-product'"));
  }

  @Test
  void refusesOneAliasForTwoProducts() {
    assertThat(problems(Product.of("one", "x", "Café"), Product.of("two", "cafe")))
        .containsExactly(
            new Problem(
                "/products/1/aliases/0",
                "alias 'cafe' names both 'one' and 'two'",
                "/products/0/aliases/1",
                "give it to one of them, or make it longer"));
  }

  @Test
  void aliasesThatMatchTheSameWordsAreOne() {
    assertThat(problems(Product.of("one", "t-mobile"), Product.of("two", "T  Mobile")))
        .extracting(Problem::message)
        .containsExactly("alias 'T  Mobile' names both 'one' and 'two'");
  }

  @Test
  void refusesEmptyAliases() {
    assertThat(problems(Product.of("one", " - ")))
        .extracting(Problem::message)
        .containsExactly("an alias is empty");
  }

  @Test
  void refusesDependenciesOnNobodyAndOnItself() {
    Product shop = dependent("shop", List.of("acounts", "shop"));
    assertThat(problems(shop, Product.of("accounts", "account")))
        .containsExactly(
            Problem.at(
                "/products/0/depends_on/0",
                "product 'shop' depends on unknown 'acounts'",
                "did you mean 'accounts'?"),
            Problem.at(
                "/products/0/depends_on/1",
                "product 'shop' depends on itself",
                "remove it from depends_on"));
  }

  @Test
  void refusesTwoComponentsWithOneIdInAProduct() {
    Product shop = dependent("shop", List.of());
    Catalogue catalogue = Catalogue.of(List.of(shop), List.of());
    assertThat(catalogue.problems()).isEmpty();

    Product twice =
        new Product(
            "shop",
            "Shop",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Importance.LOW,
            null,
            List.of(),
            List.of(Component.of("cart", "cart"), Component.of("cart", "basket")));
    assertThat(problems(twice))
        .extracting(Problem::path, Problem::message)
        .containsExactly(tuple("/products/0/components/1/id", "component 'cart' appears twice"));
  }

  @Test
  void refusesRegionsWithUnknownMembers() {
    Region region = new Region("emea", "EMEA", List.of("DE", "UK", "US-CA", "fr"), List.of());
    assertThat(Catalogue.of(List.of(), List.of(region)).problems())
        .extracting(Problem::message)
        .containsExactly(
            "region 'emea' has unknown member 'UK'", "region 'emea' has unknown member 'fr'");
  }

  private static List<Problem> problems(Product... products) {
    return Catalogue.of(List.of(products), List.of()).problems();
  }

  private static Product dependent(String id, List<String> dependsOn) {
    return new Product(
        id,
        id,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        Importance.NORMAL,
        null,
        dependsOn,
        List.of());
  }
}
