package io.groundswell.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.jobs.notification.settings.NotifyFile;
import io.groundswell.jobs.notification.settings.NotifySettings;
import io.groundswell.jobs.notification.web.Web;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings in the ConfigMaps are those that the jobs take, and hold no secret. */
class SettingsTest {
  private static final String SECRETS = "/run/secrets/";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void theJobsTakeThem(String overlay) throws Exception {
    write(overlay);

    RunSettings run = RunFile.read(folder.resolve("groundswell.yaml"), Map.of());
    Catalogue catalogue = CatalogueFile.read(Path.of(run.catalogue()));
    assertThat(PolicyFile.read(folder.resolve("policy.yaml"), catalogue)).isNotNull();
    Path notify = folder.resolve("notify.yaml");
    try (Web web = new Web();
        NotifySettings told = NotifyFile.read(notify, NotifyFile.text(notify), Map.of(), web)) {
      assertThat(told.destinations()).isNotEmpty();
    }
  }

  @Test
  void inProductionBrokersAreSpokenToInSecretAndSecretsAreFiles() throws Exception {
    Map<String, String> files = files("prod");

    for (String settings : List.of("groundswell.yaml", "notify.yaml")) {
      assertThat(files.get(settings))
          .contains("security.protocol: SASL_SSL")
          .contains("password=\"${file:" + SECRETS + "kafka/password}\"");
    }
    assertThat(files.values())
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContainPattern("(?i)(password|token|key)[=:] *['\"]?[a-z0-9]{6}"));
  }

  /** As a pod sees them, with what is mounted there in this test's folder. */
  private void write(String overlay) throws Exception {
    for (Map.Entry<String, String> file : files(overlay).entrySet()) {
      Files.writeString(
          folder.resolve(file.getKey()), file.getValue().replace(SECRETS, folder + "/"));
    }
    for (String secret : List.of("kafka/password", "kafka/truststore-password", "pagers/slack")) {
      secret(secret, "s3cret");
    }
    secret("pagers/pagerduty", "0123456789abcdef0123456789abcdef");
    secret("privacy/author-key", "0123456789abcdef".repeat(4));
  }

  private void secret(String name, String value) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, value + "\n");
  }

  private static Map<String, String> files(String overlay) throws Exception {
    Map<String, String> files = new TreeMap<>();
    for (JsonNode resource : Manifests.of(overlay)) {
      if (resource.path("kind").asText().equals("ConfigMap")) {
        resource
            .get("data")
            .properties()
            .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
      }
    }
    return files;
  }
}
