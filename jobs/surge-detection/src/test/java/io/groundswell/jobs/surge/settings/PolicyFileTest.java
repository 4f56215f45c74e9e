package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.MuteWindow;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.policy.SubjectOverride;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  @TempDir Path path;
  private SettingsFolder folder;

  @BeforeEach
  void open() {
    folder = new SettingsFolder(path);
  }

  @Test
  void readsEveryKey() {
    Policy policy =
        folder.policy(
            "false_incidents_per_week: 0.5   # the alarm budget",
            "bucket: 5m",
            "lateness: 0s",
            "late_evidence: 10m",
            "min_authors: 5",
            "resolve_after: 1h",
            "reopen_within: 1d",
            "complaint: {directed: 0.4, open: 0.8}",
            "listen_first: 1m",
            "habituation: true",
            "patterns: {sudden: true, relapse: false, spread: false}",
            "overrides: [{product: firefox, component: sync, min_authors: 3}]",
            "mutes: [{subject: firefox, days: [sat], from: '22:00', to: '06:00', until: 2027-01-31, because: move}]");

    assertThat(policy)
        .isEqualTo(
            Policy.builder()
                .falseIncidentsPerWeek(0.5)
                .bucket(Duration.ofMinutes(5))
                .lateness(Duration.ZERO)
                .lateEvidence(Duration.ofMinutes(10))
                .minAuthors(5)
                .resolveAfter(Duration.ofHours(1))
                .reopenWithin(Duration.ofDays(1))
                .complaintDirected(0.4)
                .complaintOpen(0.8)
                .listenFirst(Duration.ofMinutes(1))
                .habituation(true)
                .patterns(
                    List.of("cascade", "escalation", "recovery", "silence", "sudden", "sustained"))
                .overrides(List.of(new SubjectOverride("firefox", "sync", null, 3)))
                .mutes(
                    List.of(
                        new MuteWindow(
                            "firefox",
                            List.of(DayOfWeek.SATURDAY),
                            LocalTime.of(22, 0),
                            LocalTime.of(6, 0),
                            ZoneId.of("UTC"),
                            LocalDate.of(2027, 1, 31),
                            "move",
                            10)))
                .build());
  }

  @Test
  void whatIsNotSaidKeepsItsDefault() {
    Policy policy = folder.policy("complaint: {open: 0.9}");

    assertThat(policy).isEqualTo(Policy.defaults());
    assertThat(policy.version()).isEqualTo(Policy.defaults().version());
  }

  @Test
  void namesTheUnknownKeyItsLineAndTheNearestKnownOne() {
    assertThat(folder.policyError("bucket: 1m", "# few", "min_author: 3"))
        .isEqualTo("policy.yaml:3: unknown key 'min_author'; did you mean 'min_authors'?");
    assertThat(folder.policyError("complaint: {opened: 0.5}"))
        .isEqualTo("policy.yaml:1: unknown key 'opened'; did you mean 'open'?");
    assertThat(folder.policyError("complaint:", "  colour: 1"))
        .isEqualTo("policy.yaml:2: unknown key 'colour'; known are directed, open");
    assertThat(folder.policyError("patterns:", "  sudden: true", "  suden: false"))
        .isEqualTo("policy.yaml:3: unknown key 'suden'; did you mean 'sudden'?");
    assertThat(folder.policyError("overrides:", "  - {product: a, min_autors: 3}"))
        .isEqualTo("policy.yaml:2: unknown key 'min_autors'; did you mean 'min_authors'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "min_authors: four | 'min_authors' is 'four'; use a whole number",
        "min_authors: 4.5 | 'min_authors' is '4.5'; use a whole number",
        "min_authors: [1] | 'min_authors' cannot be read; use a whole number",
        "min_authors: | 'min_authors' has an empty value; write one, or remove it",
        "min_authors: 0 | min_authors is 0; use 1 to 1000",
        "bucket: 60 | 'bucket' is '60'; use a duration such as 15s, 30m, 1h or 2d",
        "bucket: 1 m | 'bucket' is '1 m'; use a duration such as 15s, 30m, 1h or 2d",
        "bucket: [1m] | 'bucket' cannot be read; use a duration such as 15s, 30m, 1h or 2d",
        "bucket: 7m | bucket is 7m; use 10s to 1h that divides an hour, such as 10s, 1m, 5m or 1h",
        "lateness: 2h | lateness is 2h; use 0s to 1h",
        "resolve_after: 0s | resolve_after is 0s; use 1m to 7d",
        "false_incidents_per_week: lots | 'false_incidents_per_week' is 'lots'; use a number",
        "false_incidents_per_week: 0 | false_incidents_per_week is 0.0; use 0.01 to 1000",
        "complaint: {open: 5} | open is 5.0; use 0 to 1",
        "complaint: 0.5 | 'complaint' cannot be read; use keys with values, such as 'key: value'",
        "patterns: {sudden: maybe} | 'sudden' is 'maybe'; use true or false",
        "overrides: {product: a} | 'overrides' cannot be read; use a list such as [one, two]",
        "overrides: [{component: sync}] | 'product' is missing; add it",
        "mutes: [{subject: a, from: '22:00', to: '06:00', because: b}] | 'until' is missing; every mute ends: add the last day, such as 2027-01-31",
        "mutes: [{subject: a, from: '22', to: '06:00', until: 2027-01-31, because: b}] | from is '22'; use a time such as \"22:00\"",
        "mutes: [{subject: a, days: [sun, son], from: '22:00', to: '06:00', until: 2027-01-31, because: b}] | days is 'son'; use mon, tue, wed, thu, fri, sat or sun",
        "mutes: [{subject: a, from: '22:00', to: '06:00', zone: Berlin, until: 2027-01-31, because: b}] | zone is 'Berlin'; use a time zone such as Europe/Berlin or UTC",
        "mutes: [{subject: a, from: '22:00', to: '06:00', until: 2027-01-31, because: b, factor: 0}] | factor is 0.0; use 1 to 1000",
        "overrides: [{product: a, min_authors: 0}] | min_authors is 0; use 1 to 1000",
      })
  void saysWhatIsWrongAndHowToMendIt(String line, String error) {
    assertThat(folder.policyError("# ours", line)).isEqualTo("policy.yaml:2: " + error);
  }

  @Test
  void numbersTooLargeToReadAreRefused() {
    assertThat(folder.policyError("min_authors: 99999999999"))
        .startsWith("policy.yaml:1: 'min_authors' cannot be read, Numeric value (99999999999)")
        .endsWith("; write another value");
  }

  @Test
  void refusesMutesThatNameNothingOfTheCatalogue() {
    Catalogue catalogue = Catalogue.of(List.of(Product.of("firefox", "firefox")), List.of());
    folder.policy(
        "mutes:",
        "- {subject: firefx, from: '22:00', to: '06:00', until: 2027-01-31, because: move}");

    assertThat(folder.error(() -> PolicyFile.read(path.resolve("policy.yaml"), catalogue)))
        .isEqualTo("policy.yaml:2: the catalogue has no product 'firefx'; did you mean 'firefox'?");
  }

  @Test
  void refusesOverridesThatNameNothingOfTheCatalogue() {
    Catalogue catalogue = Catalogue.of(List.of(Product.of("firefox", "firefox")), List.of());
    folder.policy("overrides:", "- {product: firefox, region: IT}", "- {product: firefx}");

    assertThat(folder.error(() -> PolicyFile.read(path.resolve("policy.yaml"), catalogue)))
        .isEqualTo("policy.yaml:3: the catalogue has no product 'firefx'; did you mean 'firefox'?");
  }
}
