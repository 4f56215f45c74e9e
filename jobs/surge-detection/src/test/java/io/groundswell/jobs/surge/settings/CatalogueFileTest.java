package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {
  private static final String[] FIREFOX = {
    "# Components are the forum's own topics.",
    "products:",
    "  - id: firefox",
    "    name: Firefox",
    "    aliases: [firefox, mozilla firefox]",
    "    handles: [\"@firefox\"]",
    "    hashtags: [\"#firefox\"]",
    "    tags: [firefox]",
    "    exclude: [arctic firefox]",
    "    owner: team-desktop",
    "    importance: high",
    "    runbook: https://wiki.example/firefox",
    "    depends_on: [accounts]",
    "    components:",
    "      - {id: sync, name: Sync, aliases: [sync, synchronisation], tags: [sync]}",
    "  - {id: accounts, aliases: [firefox account]}",
    "regions:",
    "  - {id: emea, name: EMEA, members: [DE, FR, GB, NO]}",
    "  - {id: jfk, name: New York JFK, aliases: [jfk, kennedy airport]}",
  };

  @TempDir Path path;
  private SettingsFolder folder;

  @BeforeEach
  void open() {
    folder = new SettingsFolder(path);
  }

  @Test
  void readsEveryKey() {
    Catalogue catalogue = folder.catalogue(FIREFOX);

    Component sync =
        new Component(
            "sync",
            "Sync",
            List.of("sync", "synchronisation"),
            List.of(),
            List.of(),
            List.of("sync"));
    Product firefox =
        new Product(
            "firefox",
            "Firefox",
            List.of("firefox", "mozilla firefox"),
            List.of("@firefox"),
            List.of("#firefox"),
            List.of("firefox"),
            List.of("arctic firefox"),
            "team-desktop",
            Importance.HIGH,
            "https://wiki.example/firefox",
            List.of("accounts"),
            List.of(sync));
    assertThat(catalogue.products())
        .containsExactly(firefox, Product.of("accounts", "firefox account"));
    assertThat(catalogue.regions())
        .containsExactly(
            new Region("emea", "EMEA", List.of("DE", "FR", "GB", "NO"), List.of()),
            new Region("jfk", "New York JFK", List.of(), List.of("jfk", "kennedy airport")));
  }

  @Test
  void readsSixAirlinesInFlowStyle() {
    Catalogue catalogue =
        folder.catalogue(
            "products:",
            "  - {id: united, name: United, aliases: [united], handles: [\"@united\"], owner: desk}",
            "  - {id: jetblue, name: JetBlue, aliases: [jetblue], hashtags: [\"#jetblue\"]}");

    assertThat(catalogue.subjectKeys()).containsExactly("?", "jetblue", "united");
  }

  @Test
  void commentsAndLayoutLeaveTheVersionAlone() {
    Catalogue plain = folder.catalogue("products:", "- id: a", "  aliases: [x]");
    Catalogue ornate = folder.catalogue("# Ours", "products: [{aliases: ['x'], id: a}]", "");
    Catalogue other = folder.catalogue("products:", "- id: a", "  aliases: [y]");

    assertThat(ornate.version()).isEqualTo(plain.version()).hasSize(16);
    assertThat(other.version()).isNotEqualTo(plain.version());
  }

  @Test
  void wordsThatYamlMayTakeForSomethingElseStayWords() {
    Catalogue catalogue =
        folder.catalogue("products:", "- {id: 365, aliases: [yes, 1e3, 007, 2020-01-01]}");

    assertThat(catalogue.products().get(0))
        .isEqualTo(Product.of("365", "yes", "1e3", "007", "2020-01-01"));
  }

  @Test
  void refusesAProductThatAppearsTwice() {
    assertThat(
            folder.catalogueError(
                "products:", "  - id: firefox", "    aliases: [x]", "  - id: firefox"))
        .isEqualTo(
            "catalogue.yaml:4: product 'firefox' appears twice (first at line 2);"
                + " give each product its own id");
  }

  @Test
  void refusesAnAliasOfTwoProducts() {
    assertThat(
            folder.catalogueError(
                "products:", "  - {id: a, aliases: [Café]}", "  - {id: b, aliases: [cafe]}"))
        .isEqualTo(
            "catalogue.yaml:3: alias 'cafe' names both 'a' and 'b' (first at line 2);"
                + " give it to one of them, or make it longer");
  }

  @Test
  void refusesAnUnknownDependency() {
    assertThat(
            folder.catalogueError(
                "products:", "  - {id: shop, depends_on: [acounts]}", "  - {id: accounts}"))
        .isEqualTo(
            "catalogue.yaml:2: product 'shop' depends on unknown 'acounts';"
                + " did you mean 'accounts'?");
  }

  @Test
  void refusesUnknownKeys() {
    assertThat(folder.catalogueError("products:", "  - id: a", "    alias: [x]"))
        .isEqualTo("catalogue.yaml:3: unknown key 'alias'; did you mean 'aliases'?");
    assertThat(folder.catalogueError("products:", "  - id: a", "    alias2: ~"))
        .isEqualTo("catalogue.yaml:3: 'alias2' has an empty value; write one, or remove it");
    assertThat(folder.catalogueError("product:", "  - id: a"))
        .isEqualTo("catalogue.yaml:1: unknown key 'product'; did you mean 'products'?");
    assertThat(folder.catalogueError("products:", "  - id: a", "    a/b: [x]"))
        .startsWith("catalogue.yaml:3: unknown key 'a/b'; known are aliases, ");
  }

  @Test
  void refusesMissingIds() {
    assertThat(folder.catalogueError("products:", "  - id: a", "  - name: B"))
        .isEqualTo("catalogue.yaml:3: 'id' is missing; add it");
  }

  @Test
  void refusesEmptyValues() {
    assertThat(folder.catalogueError("products:", "  - id:", "    name: A"))
        .isEqualTo("catalogue.yaml:2: 'id' has an empty value; write one, or remove it");
    assertThat(folder.catalogueError("products:", "  - {id: a, aliases: [x, ~]}"))
        .isEqualTo(
            "catalogue.yaml:2: an entry of 'aliases' has an empty value; write one, or remove it");
  }

  @Test
  void refusesValuesOfTheWrongKind() {
    assertThat(folder.catalogueError("products:", "  - id: a", "    aliases: firefox"))
        .isEqualTo("catalogue.yaml:3: 'aliases' cannot be read; use a list such as [one, two]");
    assertThat(folder.catalogueError("products:", "  - id: a", "    name: [x]"))
        .isEqualTo("catalogue.yaml:3: 'name' cannot be read; use a word or a quoted text");
    assertThat(folder.catalogueError("products:", "  - id: a", "    importance: urgent"))
        .isEqualTo("catalogue.yaml:3: 'importance' is 'urgent'; use one of low, normal, high");
    assertThat(folder.catalogueError("products:", "  - firefox"))
        .isEqualTo(
            "catalogue.yaml:2: an entry of 'products' cannot be read;"
                + " use keys with values, such as 'key: value'");
    assertThat(folder.catalogueError("- firefox"))
        .isEqualTo(
            "catalogue.yaml:1: the content cannot be read;"
                + " use keys with values, such as 'key: value'");
  }

  @Test
  void refusesACatalogueWithoutProducts() {
    assertThat(folder.catalogueError("products: []"))
        .isEqualTo("catalogue.yaml:1: no products; list at least one under 'products:'");
    assertThat(folder.catalogueError("# nothing yet"))
        .isEqualTo("catalogue.yaml: the file is empty; list the products under 'products:'");
  }
}
