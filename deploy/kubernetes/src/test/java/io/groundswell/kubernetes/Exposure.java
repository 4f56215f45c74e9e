package io.groundswell.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may come near the jobs, and what the jobs themselves may do. */
final class Exposure {
  /** Without a certificate nobody speaks to Flink, its own processes neither. */
  private static final Set<String> DEMANDED =
      Set.of(
          "security.ssl.internal.enabled",
          "security.ssl.rest.enabled",
          "security.ssl.rest.authentication-enabled");

  private Exposure() {}

  /** What is wrong with a resource of any environment, a line each. */
  static List<String> problems(JsonNode resource) {
    List<String> problems = new ArrayList<>();
    switch (resource.path("kind").asText()) {
      case "Secret" -> problems.add("secrets are created elsewhere, and referred to here");
      case "NetworkPolicy" -> open(resource.path("spec"), problems);
      case "Role" -> rights(resource.path("rules"), problems);
      case "ClusterRole", "ClusterRoleBinding" -> problems.add("rights end at the namespace");
      default -> {}
    }
    return problems.stream().map(problem -> Manifests.name(resource) + ": " + problem).toList();
  }

  /** What is wrong with a resource where strangers are about, a line each. */
  static List<String> inProduction(JsonNode resource) {
    if (!resource.path("kind").asText().equals("FlinkDeployment")) {
      return List.of();
    }
    JsonNode settings = resource.at("/spec/flinkConfiguration");
    return DEMANDED.stream()
        .filter(key -> !settings.path(key).asText().equals("true"))
        .sorted()
        .map(key -> Manifests.name(resource) + ": production needs " + key + ": \"true\"")
        .toList();
  }

  private static void open(JsonNode policy, List<String> problems) {
    for (JsonNode rule : policy.path("ingress")) {
      if (rule.path("from").isEmpty()) {
        problems.add("spec.ingress lets everybody in");
      }
      for (JsonNode peer : rule.path("from")) {
        if (peer.at("/podSelector/matchLabels").isEmpty() && !peer.has("ipBlock")) {
          problems.add("spec.ingress lets every pod of a namespace in");
        }
      }
    }
  }

  private static void rights(JsonNode rules, List<String> problems) {
    for (JsonNode rule : rules) {
      if (rule.toString().contains("\"*\"")) {
        problems.add("a right to everything");
      }
      if (rule.path("resources").toString().contains("secrets")) {
        problems.add("a right to secrets; pods get theirs mounted");
      }
    }
  }
}
