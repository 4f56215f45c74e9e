package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.pattern.Follows;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.Skip;
import io.groundswell.domain.pattern.What;
import io.groundswell.domain.pattern.Words;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.policy.SubjectOverride;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.Turn;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SETTINGS.md} and the README have the keys that there are, and no others. */
class SettingsDocTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Pattern YAML = Pattern.compile("(?s) *```yaml\n(.*?)\n *```");

  /** A key in the text of the README, and the file whose key it is. */
  private static final Pattern NAMED =
      Pattern.compile("`([a-z_]+):?[^`]*` (?:in|of) `groundswell\\.yaml`");

  @TempDir Path path;
  private SettingsFolder folder;
  private List<String> pages;

  @BeforeEach
  void open() throws IOException {
    folder = new SettingsFolder(path);
    pages =
        YAML.matcher(page("deploy/SETTINGS.md")).results().map(found -> found.group(1)).toList();
  }

  private static String page(String name) throws IOException {
    return Files.readString(PROJECT.resolve(name));
  }

  @Test
  void thePolicyThereIsTheDefaultWithEveryKey() throws Exception {
    assertThat(folder.policy(pages.get(0))).isEqualTo(Policy.defaults());
    JsonNode policy = Yaml.mapper().readTree(pages.get(0));
    assertThat(keys(policy)).isEqualTo(fields("PolicyFile$Content"));
    assertThat(keys(policy.get("complaint"))).isEqualTo(fields("PolicyFile$Complaint"));
    assertThat(keys(policy.get("patterns"))).isEqualTo(Set.copyOf(PatternId.ALL));
  }

  @Test
  void exceptionsAndMutesHaveEveryKey() throws Exception {
    Policy policy = folder.policy(pages.get(1));
    assertThat(policy.overrides()).hasSize(1);
    assertThat(policy.mutes()).hasSize(1);
    JsonNode written = Yaml.mapper().readTree(pages.get(1));
    assertThat(keys(written.at("/overrides/0"))).isEqualTo(components(SubjectOverride.class));
    assertThat(keys(written.at("/mutes/0"))).isEqualTo(fields("MuteKeys"));
  }

  @Test
  void theCatalogueHasEveryKey() throws Exception {
    Catalogue catalogue = folder.catalogue(pages.get(2));
    assertThat(catalogue.products()).hasSize(2);
    JsonNode written = Yaml.mapper().readTree(pages.get(2));
    assertThat(keys(written)).containsExactlyInAnyOrder("products", "regions");
    assertThat(keys(written.at("/products/0"))).isEqualTo(components(Product.class));
    assertThat(keys(written.at("/products/0/components/0"))).isEqualTo(components(Component.class));
    Set<String> regions = new TreeSet<>(keys(written.at("/regions/0")));
    regions.addAll(keys(written.at("/regions/1")));
    assertThat(regions).isEqualTo(components(Region.class));
  }

  @Test
  void thePatternHasEveryKeyAndThePageEveryWord() throws Exception {
    List<PatternRule> patterns = PatternFile.of("patterns", pages.get(3), Policy.defaults());
    assertThat(patterns).hasSize(1);
    JsonNode written = Yaml.mapper().readTree(pages.get(3));
    assertThat(keys(written.at("/patterns/0")))
        .containsExactlyInAnyOrder(
            "id", "says", "enabled", "over", "stages", "within", "skip", "on_change");
    String page = page("deploy/SETTINGS.md");
    String section = page.substring(page.indexOf("## Patterns"));
    Stream.of(
            What.class,
            Follows.class,
            Over.class,
            Skip.How.class,
            PatternRule.OnChange.class,
            Turn.class,
            Level.class)
        .flatMap(words -> Words.all(words).stream())
        .forEach(word -> assertThat(section).containsPattern("[`{ ,]" + word + "\\b"));
  }

  /** What the README shows of settings can be taken over as it is. */
  @Test
  void theReadmesExamplesAreTaken() throws IOException {
    Set<String> run = components(RunSettings.class);
    Set<String> policy = keys(Yaml.mapper().readTree(pages.get(0)));
    List<String> examples =
        YAML.matcher(page("README.md")).results().map(found -> found.group(1)).toList();
    assertThat(examples).hasSizeGreaterThan(3);
    folder.catalogue(pages.get(2));
    for (String example : examples) {
      String written = example.stripIndent();
      Set<String> keys = keys(Yaml.mapper().readTree(written));
      if (written.startsWith("patterns:\n  - ")) {
        assertThat(PatternFile.of("patterns", written, Policy.defaults())).isNotEmpty();
      } else if (run.containsAll(keys)) {
        folder.run(Map.of(), "catalogue: catalogue.yaml", written);
      } else {
        assertThat(policy).as(written).containsAll(keys);
        folder.policy(written);
      }
    }
  }

  @Test
  void whatTheReadmeCallsAKeyIsOne() throws IOException {
    List<String> named =
        NAMED.matcher(page("README.md")).results().map(found -> found.group(1)).toList();

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(components(RunSettings.class)).containsAll(named);
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> components(Class<?> type) {
    return names(Stream.of(type.getRecordComponents()).map(RecordComponent::getName));
  }

  /** Of a class that a file is bound to. */
  private static Set<String> fields(String type) throws ClassNotFoundException {
    return names(
        Stream.of(Class.forName("io.groundswell.jobs.surge.settings." + type).getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
            .map(Field::getName));
  }

  private static Set<String> names(Stream<String> java) {
    Set<String> names = new TreeSet<>();
    java.forEach(
        name -> names.add(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name)));
    return names;
  }
}
