package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.jobs.surge.settings.RunSettings.Start;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTemplateTest {
  /** Not to be left out. */
  private static final List<String> REQUIRED = List.of("/catalogue", "/posts/0/topic");

  /** Without a default: in the template as a comment. */
  private static final List<String> OPTIONAL =
      List.of(
          "/policy",
          "/patterns",
          "/weights",
          "/notification",
          "/history",
          "/pages",
          "/pages/folder",
          "/pages/url",
          "/drafts/templates");

  @TempDir Path path;
  private SettingsFolder folder;

  @BeforeEach
  void open() {
    folder = new SettingsFolder(path);
    folder.catalogue(RunFile.catalogueTemplate());
  }

  @Test
  void holdsEverySettingThatThereIs() throws JsonProcessingException {
    assertThat(keys(tree(), ""))
        .containsExactlyElementsOf(
            keys(RunSettings.class, "").filter(key -> !OPTIONAL.contains(key)).toList());
  }

  @Test
  void everyValueIsTheDefault() throws JsonProcessingException {
    RunSettings settings = folder.run(Map.of(), RunFile.template());

    assertThat(settings).isEqualTo(folder.run(Map.of(), "catalogue: catalogue.yaml"));
    for (String key : keys(tree(), "")) {
      if (!REQUIRED.contains(key)) {
        assertThat(folder.run(Map.of(), without(key))).as(key).isEqualTo(settings);
      }
    }
  }

  @Test
  void thePolicyWaitsInAComment() {
    folder.policy("bucket: 1m");
    String template = RunFile.template().replace("# policy:", "policy:");

    assertThat(folder.run(Map.of(), template).policy())
        .isEqualTo(path.resolve("policy.yaml").toString());
  }

  @Test
  void pagesWaitInAComment() {
    String template = RunFile.template().replaceAll("(?m)^# (pages:|  folder:|  url:)", "$1");

    assertThat(folder.run(Map.of(), template).pages())
        .isEqualTo(
            new RunSettings.Pages(
                path.resolve("pages").toString(), "https://ops.example/incidents"));
  }

  @Test
  void everyNewFileHasAKeyOfItsOwnForAuthors() {
    String key = "0c".repeat(32);
    RunSettings settings = folder.run(Map.of(), RunFile.template(key));
    assertThat(settings.privacy().authorKey()).isEqualTo(key);
    assertThat(settings).asString().doesNotContain(key);
  }

  @Test
  void theExampleOfSecuritySettingsCanBeTakenOver() {
    String template =
        RunFile.template().replace("  security: {}\n", "").replaceAll("(?m)^  # (  .*)$", "$1");

    assertThat(folder.run(Map.of("KAFKA_PASSWORD", "hush"), template).kafka().security())
        .hasSize(3)
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"groundswell\" password=\"hush\";");
  }

  @Test
  void aCommentStandsBeforeEveryKey() {
    List<String> lines = RunFile.template().lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      boolean comment = lines.get(i).strip().startsWith("#");
      if (!comment && lines.get(i).strip().matches("[a-z_]+: .+")) {
        assertThat(lines.get(i - 1)).as(lines.get(i)).matches(" *(?:# .*|- topic: posts)");
      }
    }
  }

  @Test
  void theCatalogueIsOneThatCanBeRead() {
    Catalogue catalogue = folder.catalogue(RunFile.catalogueTemplate());

    assertThat(catalogue.products())
        .extracting(Product::id)
        .containsExactly("parcel-app", "parcel-login");
    assertThat(catalogue.products().get(0).components())
        .extracting(Component::id)
        .containsExactly("tracking", "payment");
    assertThat(catalogue.regions()).singleElement().extracting("id").isEqualTo("nordics");
  }

  private static JsonNode tree() throws JsonProcessingException {
    return Yaml.mapper().readTree(RunFile.template());
  }

  /** The template with a key less, in the form of JSON, which is YAML as well. */
  private static String without(String key) throws JsonProcessingException {
    JsonNode tree = tree();
    int last = key.lastIndexOf('/');
    ((ObjectNode) tree.at(key.substring(0, last))).remove(key.substring(last + 1));
    return tree.toString();
  }

  private static List<String> keys(JsonNode node, String pointer) {
    if (node.isEmpty()) {
      return List.of(pointer);
    }
    Stream<String> own = pointer.isEmpty() ? Stream.of() : Stream.of(pointer);
    Stream<String> nested =
        node.isArray()
            ? keys(node.get(0), pointer + "/0").stream().skip(1)
            : node.propertyStream()
                .flatMap(entry -> keys(entry.getValue(), pointer + "/" + entry.getKey()).stream());
    return Stream.concat(own, nested).toList();
  }

  private static Stream<String> keys(Class<?> settings, String pointer) {
    return Stream.of(settings.getRecordComponents()).flatMap(component -> keys(component, pointer));
  }

  private static Stream<String> keys(RecordComponent component, String parent) {
    String snake = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    String pointer = parent + "/" + snake;
    if (component.getName().equals("posts")) {
      return Stream.concat(Stream.of(pointer), keys(RunSettings.PostTopic.class, pointer + "/0"));
    }
    boolean group = component.getType().isRecord() && component.getType() != Start.class;
    return group
        ? Stream.concat(Stream.of(pointer), keys(component.getType(), pointer))
        : Stream.of(pointer);
  }
}
