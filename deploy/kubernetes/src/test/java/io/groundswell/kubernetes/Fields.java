package io.groundswell.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether every field of a resource is one that its kind has. The API server drops unknown fields
 * of a FlinkDeployment in silence, and so the operator's schema is made strict here.
 */
final class Fields {
  private static final String FLINK = "META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
  private static final List<String> TEMPLATES =
      List.of("/spec/podTemplate", "/spec/jobManager/podTemplate", "/spec/taskManager/podTemplate");

  /** The operator's newest release in the registries knows 1.20; from 1.13 on it takes 2.2. */
  private static final List<String> LATER = List.of("v2_0", "v2_1", "v2_2", "v2_3");

  /** Of Kubernetes, what refuses unknown fields, and wrong types. */
  private static final Map<String, Known> KNOWN =
      Map.of(
          "ConfigMap", V1ConfigMap::validateJsonElement,
          "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
          "PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement,
          "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
          "Role", V1Role::validateJsonElement,
          "RoleBinding", V1RoleBinding::validateJsonElement,
          "ServiceAccount", V1ServiceAccount::validateJsonElement);

  private final JsonSchema flink;

  Fields() throws IOException {
    this.flink =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(flinkSchema());
  }

  /** What is wrong, a line each; empty where nothing is. */
  List<String> problems(JsonNode resource) throws IOException {
    List<String> problems = new ArrayList<>();
    String kind = resource.path("kind").asText();
    if (kind.equals("FlinkDeployment")) {
      flink.validate(resource).forEach(problem -> problems.add(problem.getMessage()));
      for (String template : TEMPLATES) {
        ask(V1PodTemplateSpec::validateJsonElement, podOf(resource.at(template)), problems);
      }
    } else if (KNOWN.containsKey(kind)) {
      ask(KNOWN.get(kind), resource, problems);
    } else {
      problems.add("nobody checks the fields of this kind: name it in Fields");
    }
    problems.replaceAll(problem -> Manifests.name(resource) + ": " + problem);
    return problems;
  }

  /** A pod template of a FlinkDeployment is a whole pod, which says so. */
  private static JsonNode podOf(JsonNode template) {
    ObjectNode pod =
        template.isObject() ? template.deepCopy() : new ObjectMapper().createObjectNode();
    pod.remove(List.of("apiVersion", "kind"));
    return pod;
  }

  private static void ask(Known kind, JsonNode resource, List<String> problems) throws IOException {
    try {
      kind.validate(JsonParser.parseString(resource.toString()));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
  }

  private static JsonNode flinkSchema() throws IOException {
    try (InputStream definition = Fields.class.getClassLoader().getResourceAsStream(FLINK)) {
      JsonNode schema =
          new YAMLMapper().readTree(definition).at("/spec/versions/0/schema/openAPIV3Schema");
      ObjectNode fields = (ObjectNode) schema.get("properties");
      ArrayNode versions = (ArrayNode) fields.at("/spec/properties/flinkVersion/enum");
      LATER.forEach(versions::add);
      for (String outer : List.of("apiVersion", "kind")) {
        fields.putObject(outer).put("type", "string");
      }
      fields.putObject("metadata").put("type", "object");
      close(schema);
      return schema;
    }
  }

  /** Lets an object have the fields that are named, and no others. */
  private static void close(JsonNode schema) {
    if (schema.isObject()
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")
        && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.forEach(Fields::close);
  }

  private interface Known {
    void validate(JsonElement resource) throws IOException;
  }
}
