package io.groundswell.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a security review asks of every FlinkDeployment: a pinned image, no root, nothing that can
 * be written but what has a size, and limits. The restricted Pod Security Standard of Kubernetes is
 * a part of it.
 */
final class Policies {
  /** A repository, and a tag or a digest. */
  private static final Pattern PINNED = Pattern.compile("[^@]+(:[^:/@]+|@sha256:[0-9a-f]{64})");

  private static final String MAIN = "flink-main-container";

  private Policies() {}

  /** What is wrong, a line each; empty where nothing is. */
  static List<String> problems(JsonNode resource) {
    List<String> problems = new ArrayList<>();
    if (resource.path("kind").asText().equals("FlinkDeployment")) {
      Consumer<String> say = problem -> problems.add(Manifests.name(resource) + ": " + problem);
      JsonNode spec = resource.path("spec");
      image(spec.path("image").asText(), "spec.image", say);
      limits(spec.path("jobManager"), "spec.jobManager.resource", say);
      limits(spec.path("taskManager"), "spec.taskManager.resource", say);
      pod(spec.at("/podTemplate/spec"), say);
    }
    return problems;
  }

  private static void image(String image, String where, Consumer<String> say) {
    if (!PINNED.matcher(image).matches()) {
      say.accept(where + " '" + image + "' has no tag");
    } else if (image.endsWith(":latest")) {
      say.accept(where + " '" + image + "' is latest, which is another one tomorrow");
    }
  }

  private static void limits(JsonNode process, String where, Consumer<String> say) {
    for (String limit : List.of("cpu", "memory", "ephemeralStorage")) {
      if (process.path("resource").path(limit).isMissingNode()) {
        say.accept(where + "." + limit + " is missing: a limit");
      }
    }
  }

  private static void pod(JsonNode pod, Consumer<String> say) {
    JsonNode context = pod.path("securityContext");
    require(context.path("runAsNonRoot").asBoolean(), "securityContext.runAsNonRoot: true", say);
    require(context.path("runAsUser").asInt() > 0, "securityContext.runAsUser that is not 0", say);
    require(
        context.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
        "securityContext.seccompProfile.type: RuntimeDefault",
        say);
    for (JsonNode container : pod.path("containers")) {
      container(container, say);
    }
    for (JsonNode volume : pod.path("volumes")) {
      require(
          !volume.has("emptyDir") || volume.at("/emptyDir").has("sizeLimit"),
          "a sizeLimit of the emptyDir " + volume.path("name").asText(),
          say);
      require(!volume.has("hostPath"), "no hostPath: " + volume.path("name").asText(), say);
    }
  }

  private static void container(JsonNode container, Consumer<String> say) {
    String name = container.path("name").asText();
    JsonNode context = container.path("securityContext");
    require(
        context.has("allowPrivilegeEscalation")
            && !context.path("allowPrivilegeEscalation").asBoolean(),
        name + " with allowPrivilegeEscalation: false",
        say);
    require(
        context.path("readOnlyRootFilesystem").asBoolean(),
        name + " with readOnlyRootFilesystem: true",
        say);
    require(
        context.at("/capabilities/drop").toString().equals("[\"ALL\"]"),
        name + " with capabilities.drop: [ALL]",
        say);
    require(context.path("runAsUser").asInt(1) > 0, name + " with a runAsUser that is not 0", say);
    // What Flink itself runs in gets its limits from the resources above.
    if (!name.equals(MAIN)) {
      image(container.path("image").asText(), name + ".image", say);
      require(container.at("/resources/limits").size() >= 2, name + " with resources.limits", say);
    }
  }

  private static void require(boolean holds, String what, Consumer<String> say) {
    if (!holds) {
      say.accept("spec.podTemplate needs " + what);
    }
  }
}
