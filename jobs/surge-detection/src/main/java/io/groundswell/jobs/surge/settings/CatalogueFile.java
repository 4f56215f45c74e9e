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

  private static final String REMEDY_IF_EMPTY = "list the products under 'products:'";

  private CatalogueFile() {}

  /**
   * The catalogue in a file.
   *
   * @throws SettingsException if the file cannot be read or is not a sound catalogue
   */
  public static Catalogue read(Path file) {
    return catalogue(YamlFile.read(file, REMEDY_IF_EMPTY));
  }

  /**
   * The catalogue in a text that was read elsewhere.
   *
   * @param name what messages call it
   * @throws SettingsException if it is not a sound catalogue
   */
  public static Catalogue of(String name, String text) {
    return catalogue(YamlFile.of(Path.of(name), text, REMEDY_IF_EMPTY));
  }

  /**
   * The catalogue in a text that was read elsewhere, for a job that runs.
   *
   * @param name what messages call it
   * @param first the catalogue that the job began with
   * @throws SettingsException if it is not a sound catalogue, or cannot follow the first
   */
  public static Catalogue of(String name, String text, Catalogue first) {
    YamlFile yaml = YamlFile.of(Path.of(name), text, REMEDY_IF_EMPTY);
    Catalogue catalogue = catalogue(yaml);
    yaml.refuseFirst(Lasting.problems(catalogue, first));
    return catalogue;
  }

  private static Catalogue catalogue(YamlFile yaml) {
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
