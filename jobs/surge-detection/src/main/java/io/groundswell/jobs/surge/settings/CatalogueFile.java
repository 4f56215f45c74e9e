package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code catalogue.yaml}. */
public final class CatalogueFile {
  private static final ObjectMapper MAPPER =
      Yaml.mapper()
          .addMixIn(Product.class, NeedsId.class)
          .addMixIn(Component.class, NeedsId.class)
          .addMixIn(Region.class, NeedsId.class);

  private CatalogueFile() {}

  /**
   * The catalogue in a file.
   *
   * @throws SettingsException if the file cannot be read or is not a sound catalogue
   */
  public static Catalogue read(Path file) {
    YamlFile yaml = YamlFile.read(file, "list the products under 'products:'");
    Content content = yaml.bind(MAPPER, Content.class);
    Catalogue catalogue = Catalogue.of(content.products(), content.regions());
    if (catalogue.products().isEmpty()) {
      throw yaml.refuse(Problem.at("", "no products", "list at least one under 'products:'"));
    }
    yaml.refuseFirst(catalogue.problems());
    return catalogue;
  }

  private record Content(List<Product> products, List<Region> regions) {}

  private interface NeedsId {
    @JsonProperty(required = true)
    String id();
  }
}
