package io.groundswell.jobs.notification.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.notification.route.Route;
import io.groundswell.jobs.notification.web.Web;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyFileTest {
  private static final Path FILE = Path.of("conf", "notify.yaml");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("KEY", "k3y-of-pagerduty", "HOOK", "h00k");
  private static final String SOUND =
      """
      allowed_hosts: [tools.example]
      destinations:
        pager: {type: pagerduty, routing_key: "${KEY}"}
        hook: {type: webhook, address: "https://tools.example/in", signing_key: "${HOOK}"}
      routes:
        - {name: pay, owner: team-pay, to: [pager], fallback: [hook]}
      default: {to: [hook]}
      """;

  private static NotifySettings read(String text) {
    return NotifyFile.read(FILE, text, ENVIRONMENT, new Web());
  }

  @Test
  void readsDestinationsAndRoutes() {
    NotifySettings settings = read(SOUND);
    assertThat(settings.destinations()).containsOnlyKeys("pager", "hook");
    Route pay = settings.routes().routes().get(0);
    assertThat(pay.to()).containsExactly("pager");
    assertThat(pay.fallback()).containsExactly("hook");
    assertThat(pay.when().owners()).containsExactly("team-pay");
    assertThat(settings.kafka()).containsEntry("bootstrap.servers", "localhost:9092");
    assertThat(settings.topics().deliveries()).isEqualTo("deliveries");
    assertThat(settings.toString()).doesNotContain("k3y");
  }

  @Test
  void aSecretMayBeMounted(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("key"), "mounted\n");
    String text = SOUND.replace("${KEY}", "${file:" + secret + "}");
    assertThat(read(text).destinations()).containsKey("pager");
    assertThatThrownBy(() -> read(SOUND.replace("${KEY}", "${file:/nowhere/key}")))
        .hasMessageContaining("needs the file /nowhere/key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: pagerduty            | type: pagerdudy | :3: there is no type 'pagerdudy'; did you mean 'pagerduty'",
        "routing_key: \"${KEY}\"    | routing_key: abc | :3: 'routing_key' is a secret and stands in the file",
        "\"${KEY}\"                 | \"${NO}\" | :3: 'routing_key' needs the environment variable NO, which is not set",
        "allowed_hosts: [tools.example] | allowed_hosts: [] | :4: 'address' names the host tools.example, which is not allowed; add it to allowed_hosts",
        "https://tools.example/in   | http://tools.example/in | :4: 'address' is not encrypted; use https://",
        "https://tools.example/in   | https://a:b@tools.example/in | :4: 'address' holds a user",
        "https://tools.example/in   | file:///etc/passwd | :4: 'address' is no address",
        "https://tools.example/in   | https://169.254.169.254/latest | :4: 'address' names the host 169.254.169.254, which is not allowed",
        "to: [pager]                | to: [pagr] | :6: there is no destination 'pagr'; did you mean 'pager'",
        "owner: team-pay            | ownr: team-pay | :6: unknown key 'ownr'; did you mean 'owner'",
        "owner: team-pay            | severity: sev9 | :6: severity 'sev9' is unknown; did you mean",
        "owner: team-pay            | hours: {from: '25:00'} | :6: these hours cannot be read",
        "owner: team-pay            | hours: {days: [frei]} | :6: 'frei' is no day",
        "to: [pager], fallback: [hook] | fallback: [hook] | :6: route 'pay' tells nobody",
        "default: {to: [hook]}      | default: {page: [hook]} | 'default' leaves some incidents without anybody",
        "default: {to: [hook]}      | fallback_after: 5s | 'default' is missing",
        "default: {to: [hook]}      | 'default: {to: [hook]}\ngive_up_aft: 5h' | unknown key 'give_up_aft'; did you mean 'give_up_after'",
      })
  void whatIsWrongIsSaidInOneLine(String right, String wrong, String said) {
    String text = SOUND.replace(right.strip(), wrong);
    assertThat(text).isNotEqualTo(SOUND);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("notify.yaml")
        .hasMessageContaining(said)
        .hasMessageNotContaining("k3y")
        .message()
        .hasLineCount(1);
  }
}
