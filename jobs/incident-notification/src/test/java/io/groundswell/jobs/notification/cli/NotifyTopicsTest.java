package io.groundswell.jobs.notification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.cli.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What notification needs at the brokers, without any broker and without secrets. */
class NotifyTopicsTest {
  private static final String RULES =
      """
      destinations:
        pager: {type: pagerduty, routing_key: "${NOBODY_HAS_SET_THIS}"}
      default: {to: [pager]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void settings() throws Exception {
    Files.createFile(folder.resolve("catalogue.yaml"));
    write("groundswell.yaml", "catalogue: catalogue.yaml\n");
    write("notify.yaml", RULES + "topics: {incidents: warnings}\njob: pages\n");
  }

  @Test
  void itsTopicsAreListed() {
    Console answer = topics("--notify", "notify.yaml");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out().lines().skip(1))
        .extracting(line -> line.replaceAll(" {2,}", "|"))
        .containsExactly(
            "warnings|read|broker's|broker's|broker's|broker's|on arrival|not asked",
            "deliveries|read and written|broker's|broker's|compact|last of key|on arrival|not asked",
            "notification-requests|read|broker's|broker's|broker's|broker's|on arrival|not asked");
  }

  @Test
  void itIsAllowedWhatItNeedsAndNoMore() throws Exception {
    write("notify.yaml", RULES + "answers: {signing_key: \"${NOBODY}\", topic: opinions}\n");

    assertThat(acls("--notify", "notify.yaml"))
        .containsExactly(
            "# groundswell notify",
            "--operation Read --topic incidents",
            "--operation Read --operation Write --topic deliveries",
            "--operation Read --topic notification-requests",
            "--operation Write --topic opinions",
            "--operation Read --group groundswell-notification");
  }

  @Test
  void inTheMainJobsProcessItReadsWhatThatWrites() throws Exception {
    write(
        "groundswell.yaml",
        "kafka: {brokers: 'kafka:9092'}\ncatalogue: catalogue.yaml\nnotify: notify.yaml\noutputs: {incidents: told}\n");

    assertThat(topics("--config", "groundswell.yaml").out().lines())
        .filteredOn(line -> line.startsWith("told "))
        .singleElement()
        .asString()
        .startsWith("told                   read and written ");
    assertThat(acls("--config", "groundswell.yaml"))
        .containsSubsequence(
            "# groundswell run",
            "--operation Write --topic told",
            "# groundswell notify",
            "--operation Read --topic told");
  }

  @Test
  void jobsAtDifferentBrokersAreAskedForAlone() throws Exception {
    write("groundswell.yaml", "kafka: {brokers: 'kafka:9092'}\ncatalogue: catalogue.yaml\n");

    Console answer = topics("--config", "groundswell.yaml", "--notify", "notify.yaml");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines())
        .containsExactly(
            "kafka.brokers: 'run' is at kafka:9092 and 'notify' at localhost:9092; ask for each alone");
  }

  private List<String> acls(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--acls", "User:notifier"));
    return topics(all.toArray(String[]::new))
        .out()
        .lines()
        .map(line -> line.replaceFirst("^kafka-acls.* --allow-principal User:notifier ", ""))
        .toList();
  }

  private Console topics(String... options) {
    List<String> all = new ArrayList<>(List.of("topics", "--offline"));
    for (String option : options) {
      all.add(option.endsWith(".yaml") ? folder.resolve(option).toString() : option);
    }
    return Console.run(all.toArray(String[]::new));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }
}
