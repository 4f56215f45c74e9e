package io.groundswell.domain.catalogue;

import java.util.List;

/** Catalogues that the tests tell their stories with. */
final class Catalogues {
  private Catalogues() {}

  /**
   * Like the one of the Firefox forum, with an account service beside it and regions of its own.
   */
  static Catalogue firefox() {
    Product firefox =
        new Product(
            "firefox",
            "Firefox",
            List.of("firefox", "mozilla firefox", "火狐"),
            List.of("@firefox"),
            List.of("#firefox"),
            List.of("firefox"),
            List.of("arctic firefox", "firefox the film"),
            "team-desktop",
            Importance.HIGH,
            null,
            List.of("accounts"),
            List.of(
                new Component(
                    "sync", "Sync", List.of("sync"), List.of(), List.of(), List.of("sync")),
                Component.of("tabs", "tabs", "tab bar")));
    return Catalogue.of(
        List.of(firefox, Product.of("accounts", "firefox account", "café crème")),
        List.of(
            new Region("emea", "EMEA", List.of("DE", "FR", "GB", "AE"), List.of()),
            new Region("west", "West", List.of("US-CA"), List.of()),
            new Region("jfk", "New York JFK", List.of(), List.of("jfk", "kennedy airport"))));
  }

  /** Six airlines, as in the corpus of airline posts. */
  static Catalogue airlines() {
    return Catalogue.of(
        List.of(
            airline("united", "united"),
            airline("usairways", "us airways"),
            airline("americanair", "american airlines"),
            airline("southwestair", "southwest"),
            airline("jetblue", "jetblue"),
            airline("virginamerica", "virgin america")),
        List.of());
  }

  private static Product airline(String id, String alias) {
    return new Product(
        id,
        id,
        List.of(alias),
        List.of("@" + id),
        List.of("#" + id),
        List.of(id),
        List.of(),
        "desk-" + id,
        Importance.NORMAL,
        null,
        List.of(),
        List.of());
  }
}
