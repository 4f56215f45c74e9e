package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.domain.change.ChangeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Change events as they are sent; in records, ' stands for ". */
class JsonChangesTest {
  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

  private static final String OWN =
      "{'id': 'f7', 'at': '2026-03-02T12:00:00Z', 'product': 'shop', 'summary': 'Cards on'";
  private static final String PAGER_DUTY =
      "{'routing_key': 'R0', 'payload': {'summary': 'Shop 1.2 is out',"
          + " 'timestamp': '2026-03-02T13:00:00.000+0100', 'source': 'shop-checkout',"
          + " 'custom_details': {'region': 'x'%s}}, 'links': [{'href': 'https://ci.example/7'}]}";
  private static final String CD_EVENT =
      "{'context': {'id': '7', 'source': '/ci', 'type': 'dev.cdevents.%s.0.3.0',"
          + " 'timestamp': '2026-03-02T12:00:00Z'},"
          + " 'subject': {'id': 'shop-checkout', 'content': {%s}}%s}";
  private static final String ON_GITHUB =
      "'deployment': {'id': 42, 'task': '%s', 'ref': 'v1.2', 'environment': 'prod-eu',"
          + " 'description': '%s', 'created_at': '2026-03-02T12:00:00Z'%s},"
          + " 'repository': {'name': 'shop-checkout', 'html_url': 'https://git.example/acme/shop'}}";

  @Test
  void theOwnShapeNeedsFourFields() throws Exception {
    assertThat(read(OWN + "}"))
        .isEqualTo(
            new ChangeEvent("f7", NOON, "deploy", "shop", null, List.of(), null, "Cards on", null));
  }

  @Test
  void theOwnShapeHasAllThatIsKnown() throws Exception {
    String all =
        ", 'kind': 'Flag', 'component': 'checkout', 'regions': ['IT', 'emea'], 'deployment': {},"
            + " 'environment': 'production', 'link': 'https://flags.example/f7', 'payload': {}}";
    assertThat(read(OWN + all))
        .isEqualTo(
            new ChangeEvent(
                "f7",
                NOON,
                "flag",
                "shop",
                "checkout",
                List.of("IT", "emea"),
                "production",
                "Cards on",
                "https://flags.example/f7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://files.example/f7",
        "flags.example/f7",
        "https://ann:secret@flags.example/f7",
        "https://flags.example/f 7"
      })
  void aLinkThatNobodyShouldOpenIsLeftOut(String link) throws Exception {
    assertThat(read(OWN + ", 'link': '" + link + "'}").link()).isNull();
  }

  @Test
  void aSummaryIsOneLineInWhichNobodyCanBeReached() throws Exception {
    String summary =
        read(OWN.replace("Cards on", "by ann@shop.example\\n\\t" + "x".repeat(300)) + "}")
            .summary();

    assertThat(summary).startsWith("by [mail] xxx").endsWith("x…").hasSize(200);
  }

  @Test
  void pagerDutySaysWhatItWasMadeToInItsDetails() throws Exception {
    String details =
        ", 'id': 'd7', 'product': 'shop', 'component': 'checkout', 'regions': ['IT'],"
            + " 'kind': 'Config', 'environment': 'production'";
    assertThat(read(PAGER_DUTY.formatted(details)))
        .isEqualTo(
            new ChangeEvent(
                "d7",
                NOON,
                "config",
                "shop",
                "checkout",
                List.of("IT"),
                "production",
                "Shop 1.2 is out",
                "https://ci.example/7"));
  }

  @Test
  void pagerDutyWithoutDetailsIsKnownByItsSourceAndItsRecord() throws Exception {
    ChangeEvent event = read(PAGER_DUTY.formatted(""));

    assertThat(event.product()).isEqualTo("shop-checkout");
    assertThat(event.id()).matches("pagerduty-[0-9a-f]{16}");
    assertThat(read(PAGER_DUTY.formatted("")).id()).isEqualTo(event.id());
    assertThat(read(PAGER_DUTY.formatted(", 'build': 8")).id()).isNotEqualTo(event.id());
  }

  @Test
  void withoutATimestampItHappenedWhenItArrived() throws Exception {
    String timeless = "{'payload': {'summary': 'Shop is out', 'source': 'shop'}}";

    assertThat(JsonChanges.read(bytes(timeless), NOON).at()).isEqualTo(NOON);
    assertThat(refused(timeless).getMessage()).isEqualTo("payload.timestamp is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service.deployed | deploy | Deployed shop-checkout (pkg:oci/shop@sha256:0b31b1c…) to prod",
        "service.upgraded | deploy | Upgraded shop-checkout (pkg:oci/shop@sha256:0b31b1c…) in prod",
        "service.published | deploy | Published shop-checkout (pkg:oci/shop@sha256:0b31b1c…) in prod",
        "service.rolledback | rollback | Rolled back shop-checkout (pkg:oci/shop@sha256:0b31b1c…) in prod",
        "service.removed | infrastructure | Removed shop-checkout (pkg:oci/shop@sha256:0b31b1c…) from prod"
      })
  void aServiceIsToldByWhatCameOfIt(String type, String kind, String summary) throws Exception {
    String content =
        "'environment': {'id': 'prod'}, 'artifactId': 'pkg:oci/shop@sha256%3A" + "0b31b1c02ff4'";
    assertThat(read(CD_EVENT.formatted(type, content, "")))
        .isEqualTo(
            new ChangeEvent(
                "/ci/7", NOON, kind, "shop-checkout", null, List.of(), "prod", summary, null));
  }

  @Test
  void itsSenderMayNameTheProduct() throws Exception {
    String custom =
        ", 'customData': {'product': 'shop', 'component': 'checkout', 'regions': ['IT'],"
            + " 'link': 'https://ci.example/7'}";
    ChangeEvent event = read(CD_EVENT.formatted("service.deployed", "", custom));

    assertThat(event.product()).isEqualTo("shop");
    assertThat(event.component()).isEqualTo("checkout");
    assertThat(event.regions()).containsExactly("IT");
    assertThat(event.link()).isEqualTo("https://ci.example/7");
    assertThat(event.summary()).isEqualTo("Deployed shop-checkout");
  }

  @ParameterizedTest
  @CsvSource({
    "incident.detected, incident, Incident detected: ask [mail]",
    "incident.reported, incident, Incident reported: ask [mail]",
    "incident.resolved, recovery, Incident resolved: ask [mail]"
  })
  void anIncidentIsOfTheServiceThatHasIt(String type, String kind, String summary)
      throws Exception {
    String content =
        "'service': {'id': 'shop'}, 'description': 'ask ann@shop.example',"
            + " 'ticketURI': 'https://desk.example/7'";
    assertThat(read(CD_EVENT.formatted(type, content, "")))
        .isEqualTo(
            new ChangeEvent(
                "/ci/7",
                NOON,
                kind,
                "shop",
                null,
                List.of(),
                null,
                summary,
                "https://desk.example/7"));
  }

  @Test
  void anEnvironmentThatIsModifiedIsOneOfItsOwn() throws Exception {
    String event = CD_EVENT.formatted("environment.modified", "'name': 'Blue'", "");

    assertThat(read(event).kind()).isEqualTo("infrastructure");
    assertThat(read(event).summary()).isEqualTo("Modified environment Blue");
    assertThat(read(event.replace("shop-checkout", "staging")).reachesCustomers()).isFalse();
  }

  @Test
  void anEnvelopeOfCloudEventsIsOpened() throws Exception {
    String event = CD_EVENT.formatted("service.deployed", "", "");

    assertThat(read("{'specversion': '1.0', 'id': '9', 'data': " + event + "}"))
        .isEqualTo(read(event));
  }

  @Test
  void aDeploymentOnGitHubIsToldByTaskRefAndDescription() throws Exception {
    assertThat(read("{'action': 'created', " + ON_GITHUB.formatted("deploy", "new cart", "")))
        .isEqualTo(
            new ChangeEvent(
                "github-42",
                NOON,
                "deploy",
                "shop-checkout",
                null,
                List.of(),
                "prod-eu",
                "Deploy v1.2 to prod-eu: new cart",
                "https://git.example/acme/shop/deployments"));
  }

  @Test
  void itsPayloadMayNameProductAndPart() throws Exception {
    String payload =
        ", 'payload': {'product': 'shop', 'component': 'checkout', 'regions': ['IT']},"
            + " 'production_environment': true";
    ChangeEvent event =
        read("{'action': 'created', " + ON_GITHUB.formatted("deploy:rollback", "", payload));

    assertThat(event.product()).isEqualTo("shop");
    assertThat(event.component()).isEqualTo("checkout");
    assertThat(event.regions()).containsExactly("IT");
    assertThat(event.environment()).isEqualTo("production");
    assertThat(event.kind()).isEqualTo("rollback");
    assertThat(event.summary()).isEqualTo("Deploy:rollback v1.2 to prod-eu");
  }

  @ParameterizedTest
  @CsvSource({
    "in_progress, true",
    "success, true",
    "pending, false",
    "queued, false",
    "waiting, false",
    "failure, false",
    "error, false",
    "inactive, false"
  })
  void aStatusIsOfTheSameDeployment(String state, boolean changes) throws Exception {
    ChangeEvent event =
        read(
            "{'action': 'created', 'deployment_status': {'state': '%s',".formatted(state)
                + " 'created_at': '2026-03-02T12:01:00Z'}, "
                + ON_GITHUB.formatted("deploy", "", ""));

    assertThat(event.id()).isEqualTo("github-42");
    assertThat(event.at()).isEqualTo(NOON + 60_000);
    assertThat(event.reachesCustomers()).isEqualTo(changes);
  }

  @Test
  void aPreviewAndAQuestionReachNobody() throws Exception {
    String preview = ON_GITHUB.formatted("deploy", "", ", 'transient_environment': true");

    assertThat(read("{'action': 'created', " + preview).reachesCustomers()).isFalse();
    assertThat(
            read("{'action': 'requested', " + ON_GITHUB.formatted("deploy", "", ""))
                .reachesCustomers())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | unreadable | not JSON: Unrecognized token 'no': was expecting",
        "[1] | unreadable | not a JSON object",
        "{} | missing-field | id is missing",
        "{'id': '1', 'at': 'noon', 'product': 'a'} | bad-time | at is not an RFC 3339 time: noon",
        "{'id': '1', 'at': '2026-03-02T12:00:00Z', 'product': 'a'} | missing-field | summary is",
        "{'id': '1', 'at': '2026-03-02T12:00:00Z', 'product': [1]} | wrong-type | product has",
        "{'payload': {'source': 's'}} | missing-field | payload.summary is missing",
        "{'event_action': 'trigger', 'payload': {'summary': 's'}} | not-a-change | an alert of",
        "{'payload': {'summary': 's', 'timestamp': '2026-03-02T12:00:00Z'}} | missing-field | payload.source",
        "{'context': {'type': 'dev.cdevents.build.started.0.3.0'}} | not-a-change | CDEvents type dev.cdevents.build.started.0.3.0 tells",
        "{'context': {'type': 'dev.cdevents.'}} | not-a-change | CDEvents type dev.cdevents. tells",
        "{'context': {'type': 'dev.cdevents.incident.detected.0.3.0', 'id': 1, 'timestamp': '2026-03-02T12:00:00Z'}} | missing-field | subject.content.service.id is missing",
        "{'deployment': {'id': 1}} | missing-field | deployment.created_at is missing"
      })
  void whatIsNoneSaysWhy(String record, String reason, String detail) {
    UnreadableRecord why = refused(record);

    assertThat(why.reason()).isEqualTo(reason);
    assertThat(why).hasMessageStartingWith(detail);
  }

  @Test
  void namesWithoutEndAreRefused() {
    assertThat(refused(OWN.replace("shop", "s".repeat(301)) + "}").reason()).isEqualTo("bad-value");
    assertThat(refused(OWN + ", 'regions': [" + "'IT',".repeat(100) + "'DE']}").reason())
        .isEqualTo("bad-value");
    assertThat(refused(OWN + ", 'regions': [{}]}").reason()).isEqualTo("wrong-type");
  }

  @Test
  void aDeadLetterTellsNoKey() {
    RawRecord record = RawRecord.live(Input.CHANGES, "c-0:1", bytes("{'routing_key': 'R0'}"), 1, 0);

    assertThat(record.refused(new UnreadableRecord("r", "d")).record())
        .isEqualTo("{\"routing_key\": \"[key]\"}");
  }

  private static UnreadableRecord refused(String record) {
    return catchThrowableOfType(UnreadableRecord.class, () -> read(record));
  }

  private static ChangeEvent read(String record) throws UnreadableRecord {
    return JsonChanges.read(bytes(record), RawRecord.NO_TIME);
  }

  private static byte[] bytes(String record) {
    return record.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
