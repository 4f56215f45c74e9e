package io.groundswell.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a manifest is named; with ours nothing is. */
class ManifestsTest {
  private final Fields fields = new Fields();

  ManifestsTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void nothingIsWrong(String overlay) throws Exception {
    List<JsonNode> resources = Manifests.of(overlay);

    assertThat(resources).extracting(Manifests::name).contains("FlinkDeployment groundswell");
    assertThat(problems(resources)).isEmpty();
  }

  /** A mistake in what renders to prod, and what of the line that names it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Typos, each in another kind or at another depth.
        "upgradeMode: savepoint|upgradMode: savepoint|FlinkDeployment groundswell: $.spec.job: property 'upgradMode' is not defined",
        "upgradeMode: savepoint|upgradeMode: savepont|savepoint",
        "flinkVersion: v2_2|flinkVersion: v2_22|$.spec.flinkVersion",
        "parallelism: 4|parallelism: four|$.spec.job.parallelism",
        "mode: native|modus: native|'modus'",
        "runAsNonRoot: true|runAsNotRoot: true|'runAsNotRoot'",
        "mountPath: /tmp|mountpath: /tmp|'mountpath'",
        "failureThreshold: 6|failureTreshold: 6|'failureTreshold'",
        "secretName: groundswell-kafka|secretname: groundswell-kafka|'secretname'",
        "maxUnavailable: 1|maxUnavailble: 1|PodDisruptionBudget groundswell-jobmanager: The field `maxUnavailble`",
        "podSelector:|podSelecter:|NetworkPolicy groundswell: The field `podSelecter`",
        "resources:|resource:|The field `resource`",
        "kind: NetworkPolicy|kind: NetworkPolicies|NetworkPolicies groundswell: nobody checks",
        "high-availability.type:|high-availabilty.type:|Flink knows no setting high-availabilty.type",
        "kubernetes.operator.job.restart.failed:|kubernetes.operator.job.restart.fail:|Flink knows no setting",
        // Limits.
        "cpu: 2|speed: 2|spec.taskManager.resource.cpu is missing",
        "memory: 4096m|memry: 4096m|spec.taskManager.resource.memory is missing",
        "sizeLimit: 10Gi|medium: Memory|a sizeLimit of the emptyDir tmp",
        // Root, and what root would like.
        "runAsNonRoot: true|runAsNonRoot: false|spec.podTemplate needs securityContext.runAsNonRoot: true",
        "runAsUser: 9999|runAsUser: 0|securityContext.runAsUser that is not 0",
        "readOnlyRootFilesystem: true|readOnlyRootFilesystem: false|readOnlyRootFilesystem: true",
        "allowPrivilegeEscalation: false|allowPrivilegeEscalation: true|allowPrivilegeEscalation: false",
        "- ALL|- CHOWN|capabilities.drop: [ALL]",
        "type: RuntimeDefault|type: Unconfined|seccompProfile.type: RuntimeDefault",
        // Images.
        "registry.example/groundswell:0.1.0|registry.example/groundswell:latest|'registry.example/groundswell:latest' is latest",
        "registry.example/groundswell:0.1.0|registry.example/groundswell|'registry.example/groundswell' has no tag",
        // Doors.
        "rest.authentication-enabled: \"true\"|rest.authentication-enabled: \"false\"|production needs security.ssl.rest.authentication-enabled",
        "internal.enabled: \"true\"|internal.enabled: \"false\"|production needs security.ssl.internal.enabled",
        "app.kubernetes.io/name: flink-kubernetes-operator|{}|every pod of a namespace",
        "- from:|- to:|lets everybody in",
        "- configmaps|- '*'|a right to everything",
        "- pods|- secrets|a right to secrets",
        "kind: ConfigMap|kind: Secret|secrets are created elsewhere",
        "kind: Role|kind: ClusterRole|rights end at the namespace",
      })
  void aMistakeIsNamed(String right, String wrong, String named) throws Exception {
    String manifest = Files.readString(Manifests.rendered("prod"));
    assertThat(manifest).contains(right);

    List<JsonNode> mistaken = Manifests.read(manifest.replace(right, wrong));
    List<String> problems = new ArrayList<>(problems(mistaken));
    mistaken.forEach(resource -> problems.addAll(Exposure.inProduction(resource)));
    assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(named));
  }

  @Test
  void productionIsClosed() throws Exception {
    assertThat(Manifests.of("prod")).flatMap(Exposure::inProduction).isEmpty();
  }

  private List<String> problems(List<JsonNode> resources) throws IOException {
    List<String> problems = new ArrayList<>();
    for (JsonNode resource : resources) {
      problems.addAll(fields.problems(resource));
      problems.addAll(FlinkKeys.problems(resource));
      problems.addAll(Policies.problems(resource));
      problems.addAll(Exposure.problems(resource));
    }
    return problems;
  }
}
