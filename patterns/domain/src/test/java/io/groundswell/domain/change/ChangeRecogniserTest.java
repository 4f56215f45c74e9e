package io.groundswell.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeRecogniserTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Product(
                  "shop",
                  "Harborshop",
                  List.of("harborshop", "harbor shop"),
                  List.of(),
                  List.of(),
                  List.of("team-shop"),
                  List.of("gift shop"),
                  null,
                  Importance.NORMAL,
                  null,
                  List.of(),
                  List.of(
                      Component.of("checkout", "cart", "shopping basket"),
                      Component.of("search", "finder"))),
              Product.of("pay", "harbor pay", "café"),
              Product.of("mobile-app", "app")),
          List.of(
              new Region("dach", "DACH", List.of("DE", "AT", "CH"), List.of("eu-central-1")),
              new Region("emea", "EMEA", List.of("DE", "FR", "GB"), List.of()),
              new Region("west", "West", List.of("US-CA", "US-OR"), List.of()),
              new Region("jfk", "JFK", List.of(), List.of("kennedy airport"))));

  private final ChangeRecogniser recogniser = new ChangeRecogniser(CATALOGUE);

  @ParameterizedTest
  @CsvSource({
    "shop, shop,",
    "SHOP, shop,",
    "mobile-app, mobile-app,",
    "shop/checkout, shop, checkout",
    "Shop/Cart, shop, checkout",
    "shop/no such part, shop,",
    "team-shop, shop,",
    "shop-checkout-api, shop, checkout",
    "shop_finder, shop, search",
    "https://git.example/acme/harbor-shop.git, shop,",
    "ghcr.io/acme/shop:1.2.3, shop,",
    "shop.shopping-basket.eu, shop, checkout",
    "Harbor Pay, pay,",
    "CAFE-backend, pay,",
    "mobile-app-release, mobile-app,"
  })
  void aServiceIsKnownByItsIdATagOrTheWordsOfItsName(
      String service, String product, @Nullable String component) {
    assertThat(recognise(event(service, null)))
        .satisfies(
            change -> {
              assertThat(change.product()).isEqualTo(product);
              assertThat(change.component()).isEqualTo(component);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"workshop", "shop-pay-gateway", "the-gift-shop", "billing", "-", "🐚"})
  void whatMayBeTwoProductsOrNobodysIsNone(String service) {
    assertThat(recogniser.recognise(event(service, null), 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"search, search", "Cart, checkout", "shop-finder-api, search", "warehouse,"})
  void aPartThatIsGivenCountsBeforeTheName(String given, @Nullable String component) {
    Change change = recognise(event("shop-checkout-api", given));

    assertThat(change.product()).isEqualTo("shop");
    assertThat(change.component()).isEqualTo(component);
  }

  @Test
  void whatSomebodyHasToReadIsHandedOn() {
    ChangeEvent event =
        new ChangeEvent(
            "7", 60_000, "flag", "pay", null, List.of(), "production", "Cards on", "https://f/7");

    assertThat(recogniser.recognise(event, 59_999))
        .isEqualTo(
            new Change(
                "7", 60_000, 59_999, "flag", "pay", null, List.of(), "Cards on", "https://f/7"));
  }

  @ParameterizedTest
  @CsvSource({
    "DE, DE dach emea",
    "germany, DE dach emea",
    "emea, DE FR GB dach emea",
    "EU-Central-1, AT CH DE dach emea",
    "US-CA, US US-CA west",
    "California, US US-CA west",
    "US, US west",
    "west, US US-CA US-OR west",
    "US-TX, US US-TX",
    "jfk, jfk",
    "US;US-CA, US west",
    "eu-west-9, ''",
    "IT;eu-west-9, ''",
    "DE;global, ''"
  })
  void regionsAreWhatIsNamedAndWhatLiesInItAndAroundIt(String given, String regions) {
    assertThat(String.join(" ", in(given.split(";", -1)).regions())).isEqualTo(regions);
  }

  @Test
  void aChangeOfACountryIsMadeInAllItsPartsAndOneOfAPartInNoOther() {
    assertThat(in("US").isIn("US-TX")).isTrue();
    assertThat(in("US").isIn("west")).isTrue();
    assertThat(in("US", "US-CA").isIn("US-TX")).isTrue();
    assertThat(in("US-CA").isIn("US-CA")).isTrue();
    assertThat(in("US-CA").isIn("US")).isTrue();
    assertThat(in("US-CA").isIn("US-TX")).isFalse();
    assertThat(in("west").isIn("US-OR")).isTrue();
    assertThat(in("west").isIn("US-TX")).isFalse();
    assertThat(in("emea").isIn("DE-BY")).isTrue();
    assertThat(in("emea").isIn("IT")).isFalse();
    assertThat(in("DE").isIn("emea")).isTrue();
  }

  @Test
  void whereNothingIsSaidItIsEverywhereAndAnUnknownPlaceMayBeAnywhere() {
    assertThat(in().isIn("US-TX")).isTrue();
    assertThat(in("eu-west-9").isIn("DE")).isTrue();
    assertThat(in("IT", "eu-west-9").isIn("DE")).isTrue();
  }

  private Change in(String... regions) {
    return recognise(
        new ChangeEvent("1", 0, "deploy", "shop", null, List.of(regions), null, "s", null));
  }

  private Change recognise(ChangeEvent event) {
    return Objects.requireNonNull(recogniser.recognise(event, 0));
  }

  private static ChangeEvent event(String product, @Nullable String component) {
    return new ChangeEvent("1", 0, "deploy", product, component, List.of(), null, "s", null);
  }
}
