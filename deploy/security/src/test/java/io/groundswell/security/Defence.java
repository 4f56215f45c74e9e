package io.groundswell.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What stands between a threat and the job, and who notices when it is gone.
 *
 * @param threat as the threat model calls it
 * @param place a module's folder, and a class in it
 * @param without what stands there once
 * @param instead what stands there when the defence is taken out
 * @param test a test's class, and its method after {@code #}; all of the class where none is named
 */
record Defence(
    String threat,
    @JsonProperty("class") String place,
    String without,
    String instead,
    String test) {
  /** The project's folder. */
  static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

  static List<Defence> all() throws IOException {
    return new YAMLMapper()
        .readValue(Path.of("src/test/resources/defences.yaml").toFile(), new TypeReference<>() {});
  }

  /** The folder of the class's module. */
  Path module() {
    return PROJECT.resolve(place.substring(0, place.indexOf(' ')));
  }

  String className() {
    return place.substring(place.indexOf(' ') + 1);
  }

  String source() throws IOException {
    return Files.readString(
        module().resolve("src/main/java").resolve(className().replace('.', '/') + ".java"));
  }

  String testClass() {
    return test.split("#", -1)[0];
  }

  /** The name of the test's method, empty where all of them are meant. */
  String testMethod() {
    return test.contains("#") ? test.substring(test.indexOf('#') + 1) : "";
  }

  @Override
  public String toString() {
    return threat;
  }
}
