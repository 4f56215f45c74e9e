package io.groundswell.jobs.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is inside the jobs' jars, here because they are built before this module. A cluster has
 * Flink and its log already: a second copy would be another one than its tasks use.
 */
class JobJarsTest {
  private static final long MOST_MEGABYTES = 60;

  private static final List<String> KAFKA_CONNECTOR =
      List.of(
          "org/apache/flink/connector/kafka/",
          "org/apache/flink/streaming/connectors/kafka/",
          "org/apache/flink/streaming/util/serialization/JSONKeyValueDeserializationSchema");

  private static final List<String> LOGGING =
      List.of("org/slf4j/", "org/apache/logging/", "org/apache/log4j/", "ch/qos/logback/");

  @ParameterizedTest
  @ValueSource(strings = {"surge-detection", "incident-notification"})
  void noFlinkAndNoLogAreInside(String job) throws IOException {
    try (JarFile jar = new JarFile(built(job).toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName).filter(JobJarsTest::isTheClusters)).isEmpty();
    }
  }

  @Test
  void theMainJobsJarIsSmall() throws IOException {
    assertThat(Files.size(built("surge-detection"))).isLessThan(MOST_MEGABYTES << 20);
  }

  private static boolean isTheClusters(String entry) {
    boolean flink =
        entry.startsWith("org/apache/flink/")
            && KAFKA_CONNECTOR.stream().noneMatch(entry::startsWith);
    return entry.endsWith(".class") && (flink || LOGGING.stream().anyMatch(entry::startsWith));
  }

  private static Path built(String job) {
    Path jar = Path.of("../%1$s/target/groundswell-%1$s.jar".formatted(job));
    assumeTrue(Files.exists(jar), "jars are built by 'mvn package'");
    return jar;
  }
}
