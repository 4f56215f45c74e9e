package io.groundswell.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A library that others wrote.
 *
 * @param name group and artifact
 * @param version what Maven calls it
 * @param licences any of them may be chosen; SPDX's names where there is one
 */
record Library(String name, String version, List<String> licences) {
  private static final String OURS = "io.groundswell";

  /** Whoever passes Groundswell on owes no more than to name them. */
  private static final Set<String> TAKEN =
      Set.of(
          "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "Go License", "MIT", "Unicode/ICU License");

  /** The libraries in a list of parts (CycloneDX); none of our own. */
  static List<Library> of(Path bom) throws IOException {
    List<Library> libraries = new ArrayList<>();
    for (JsonNode part : new ObjectMapper().readTree(bom.toFile()).path("components")) {
      if (!part.path("group").asText().equals(OURS)) {
        libraries.add(of(part));
      }
    }
    return libraries;
  }

  private static Library of(JsonNode part) {
    List<String> licences = new ArrayList<>();
    for (JsonNode one : part.path("licenses")) {
      JsonNode licence = one.path("license");
      licences.add(licence.path("id").asText(licence.path("name").asText()));
    }
    return new Library(
        part.path("group").asText() + ":" + part.path("name").asText(),
        part.path("version").asText(),
        licences);
  }

  /** What is wrong with its licences, empty where nothing is. */
  String problem() {
    if (licences.isEmpty()) {
      return name + " " + version + " has no licence";
    }
    return licences.stream().anyMatch(TAKEN::contains)
        ? ""
        : name + " " + version + " has a licence that we do not take: " + licences;
  }
}
