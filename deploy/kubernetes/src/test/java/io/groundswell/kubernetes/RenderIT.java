package io.groundswell.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kubectl itself makes of the overlays: byte for byte what {@code ManifestsTest} checks. After
 * a change, {@code deploy/kubernetes/render} writes that anew.
 */
@Tag("kubectl")
class RenderIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void isWhatIsChecked(String overlay) throws Exception {
    assertThat(render(Manifests.HERE.resolve("overlays").resolve(overlay)))
        .isEqualTo(Files.readString(Manifests.rendered(overlay)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3", "gcs", "abfs", "emergency", "from-savepoint"})
  void everyComponentFitsAnOverlay(String component) throws Exception {
    String rendered = withComponent(component);

    for (var resource : Manifests.read(rendered)) {
      assertThat(new Fields().problems(resource)).isEmpty();
      assertThat(FlinkKeys.problems(resource)).isEmpty();
      assertThat(Policies.problems(resource)).isEmpty();
    }
  }

  @Test
  void anEmergencyGoesOnFromTheLastCheckpoint() throws Exception {
    assertThat(withComponent("emergency"))
        .contains("upgradeMode: last-state")
        .doesNotContain("upgradeMode: savepoint");
  }

  @Test
  void theMainJobAloneGoesOnFromASavepointThatIsNamed() throws Exception {
    for (var resource : Manifests.read(withComponent("from-savepoint"))) {
      boolean main = Manifests.name(resource).equals("FlinkDeployment groundswell");
      assertThat(resource.at("/spec/job").has("initialSavepointPath")).isEqualTo(main);
      assertThat(resource.at("/spec/job").has("savepointRedeployNonce")).isEqualTo(main);
    }
  }

  /** What the production overlay becomes with one more component, in an overlay upon it. */
  private String withComponent(String component) throws Exception {
    Path copy = folder.resolve("kubernetes");
    for (String part : List.of("base", "components", "overlays")) {
      copy(Manifests.HERE.resolve(part), copy.resolve(part));
    }
    Path mine = Files.createDirectories(copy.resolve("overlays").resolve("mine"));
    Files.writeString(
        mine.resolve("kustomization.yaml"),
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources: [../prod]
        components: [../../components/%s]
        """
            .formatted(component));
    return render(mine);
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        Files.createDirectories(target.getParent());
        Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private String render(Path overlay) throws Exception {
    Path out = folder.resolve("out.yaml");
    Path said = folder.resolve("said.txt");
    Process kubectl =
        new ProcessBuilder(kubectl(), "kustomize", overlay.toString())
            .redirectOutput(out.toFile())
            .redirectError(said.toFile())
            .start();
    assertThat(kubectl.waitFor()).as(Files.readString(said)).isZero();
    return Files.readString(out);
  }

  /** That of the build's folder, where {@code deploy/kubernetes/render} puts it. */
  private static String kubectl() {
    Path fetched = Manifests.HERE.resolve("target/kubectl");
    assumeThat(fetched).as("skipped: run deploy/kubernetes/render --only-fetch").isExecutable();
    return fetched.toString();
  }
}
