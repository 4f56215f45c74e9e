package io.groundswell.jobs.notification.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code notify --init} writes has every key that there is, and no other. */
class NotifyTemplateTest {
  private static final Path FILE = Path.of("conf", "notify.yaml");

  /** A block is asked for a key. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b[a-z]+\\s*\\.(?:has|text|optional|secret|optionalSecret|address|host|number|duration"
              + "|texts|clientSettings|block|blocks)\\(\\s*\"([a-z_]+)\"");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

  private static NotifySettings read(String text) {
    Map<String, String> secrets =
        VARIABLE
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> "k"));
    return NotifyFile.read(FILE, text, secrets, new Web());
  }

  @Test
  void itIsSound() {
    try (NotifySettings settings = read(NotifyFile.template())) {
      assertThat(settings.destinations()).containsOnlyKeys("pager", "chat");
    }
  }

  @Test
  void itNamesEveryKey() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        if (text.contains("Block ")) {
          ASKED.matcher(text).results().map(found -> found.group(1)).forEach(asked::add);
        }
      }
    }

    assertThat(asked).contains("routing_key", "give_up_after", "pagerduty_secret", "heartbeat");
    assertThat(asked)
        .allSatisfy(
            key -> assertThat(NotifyFile.template()).containsPattern("(?<![a-z_])" + key + "\\b"));
  }

  /** What waits in comments is taken as it stands there. */
  @Test
  void itsExamplesAreSound() {
    String text =
        """
        allowed_hosts: [alertmanager.example, mail.example, tools.example, deadman.example]
        destinations:
        %s
        routes:
        %s
        default: {to: [pager]}
        answers:
        %s
        """
            .formatted(
                example("of your choice. For example:"),
                example("until the incident is over. For example:"),
                example("answers:"));

    try (NotifySettings settings = read(text)) {
      assertThat(settings.destinations())
          .containsOnlyKeys("pager", "alerts", "chat", "mail", "hook", "status");
      assertThat(settings.answers()).isNotNull();
    }
  }

  /** The lines after one that ends like this, as they are without the mark of a comment. */
  private static String example(String after) {
    MatchResult found =
        Pattern.compile("(?m)" + Pattern.quote(after) + "\\n((?:#   .*\\n)+)")
            .matcher(NotifyFile.template())
            .results()
            .findFirst()
            .orElseThrow();
    return found.group(1).lines().map(line -> line.substring(2)).collect(joining("\n"));
  }
}
