package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String LINE = "groundswell.yaml:4: ";

  @TempDir Path path;
  private SettingsFolder folder;

  @BeforeEach
  void open() {
    folder = new SettingsFolder(path);
    folder.catalogue(RunFile.catalogueTemplate());
  }

  @Test
  void passesSettingsOnAsTheyAre() {
    assertThat(security("ssl.keystore.password: 007", "ssl.key.password: a$b{c}"))
        .isEqualTo(Map.of("ssl.keystore.password", "007", "ssl.key.password", "a$b{c}"));
  }

  @Test
  void fillsInVariablesOnce() {
    RunSettings settings =
        folder.run(
            Map.of("USER", "groundswell", "PASS_2", "x${USER}\\$1"),
            lines("sasl.jaas.config: 'user=\"${USER}\" password=\"${PASS_2}\";'"));

    assertThat(settings.kafka().security())
        .containsEntry("sasl.jaas.config", "user=\"groundswell\" password=\"x${USER}\\$1\";");
  }

  @Test
  void takesVariablesFromTheProcessWhereNoneAreGiven() {
    folder.run(Map.of("PATH", ""), lines("ssl.key.password: ${PATH}"));

    assertThat(RunFile.read(path.resolve("groundswell.yaml")).kafka().security())
        .containsEntry("ssl.key.password", System.getenv("PATH"));
  }

  @Test
  void saysWhichVariableIsNotSet() {
    assertThat(error("ssl.key.password: hush${KEY_PASSWORD}"))
        .isEqualTo(
            LINE
                + "'ssl.key.password' needs the environment variable KEY_PASSWORD, which is not"
                + " set; set it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${}", "hush${KEY", "${env:KEY}", "${KEY-hush}", "${1}"})
  void refusesWhatIsNoVariable(String value) {
    assertThat(error("ssl.key.password: '" + value + "'"))
        .isEqualTo(
            LINE
                + "'ssl.key.password' holds '${' without a variable's name and '}'; write it like"
                + " ${KAFKA_PASSWORD}");
  }

  @Test
  void refusesSettingsThatTheClientsDoNotKnow() {
    assertThat(error("security.protocl: SASL_SSL"))
        .isEqualTo(LINE + "unknown key 'security.protocl'; did you mean 'security.protocol'?");
    assertThat(error("bootstrap.servers: a:1"))
        .isEqualTo(
            LINE
                + "a key of 'security' is no security setting of Kafka's clients; use those that"
                + " begin with security., sasl. or ssl.");
  }

  @Test
  void masksEveryValue() {
    RunSettings settings =
        folder.run(
            Map.of("HUSH", "hush"), lines("ssl.key.password: ${HUSH}", "sasl.mechanism: hush"));

    assertThat(settings.kafka().toString())
        .isEqualTo(
            "Kafka[brokers=localhost:9092, security={sasl.mechanism=***, ssl.key.password=***}]");
    assertThat(settings.toString()).contains("ssl.key.password=***").doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssl.key.password: [hush]",
        "ssl.key.password: {hush: hush}",
        "ssl.key.password: !hush",
        "ssl.key.password: !hush!hush",
        "ssl.key.password: &a hush\n    sasl.jaas.config: *a",
        "ssl.key.password: 'hush",
        "ssl.key.password: \"hush\\hush\"",
        "ssl.key.password: hush: hush",
        "ssl.key.password: 'hush' hush",
        "ssl.key.password: %hush\n  hush",
        "ssl.key.password: hush${UNSET}",
        "ssl.key.password hush",
        "? hush",
        "hush: ",
        "hush: hush",
        "{sasl.jaas.config: a=\"b\" password=\"x,hush\";}",
        "ssl.key.password: hush\n    ssl.key.password: hush",
        "ssl.key.password: hush\nparallelism: 129",
      })
  void noErrorRepeatsAValue(String secret) {
    Throwable error = catchThrowable(() -> folder.run(Map.of(), lines(secret)));
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));

    assertThat(error).isInstanceOf(SettingsException.class);
    assertThat(trace.toString()).contains("groundswell.yaml:").doesNotContain("hush");
  }

  private Map<String, String> security(String... settings) {
    return folder.run(Map.of(), lines(settings)).kafka().security();
  }

  private String error(String... settings) {
    return folder.runError(Map.of(), lines(settings));
  }

  private static String[] lines(String... settings) {
    String security = String.join("\n    ", settings);
    return new String[] {"catalogue: catalogue.yaml", "kafka:", "  security:", "    " + security};
  }
}
