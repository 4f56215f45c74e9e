package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.change.ChangeEvent;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of the CDEvents specification that tell of a change: of services and environments. */
final class CdEvents {
  private static final String PREFIX = "dev.cdevents.";
  private static final String ENVIRONMENT = "environment";
  private static final String INCIDENT = "incident";

  /** A digest's first digits tell builds apart. */
  private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{7})[0-9a-f]+");

  /** A package URL, in which an {@code @} stands before a version and not before a host. */
  private static final String PACKAGE = "pkg:";

  private static final Map<String, Told> CHANGES =
      Map.of(
          "service.deployed", new Told("deploy", "Deployed", " to "),
          "service.upgraded", new Told("deploy", "Upgraded", " in "),
          "service.published", new Told("deploy", "Published", " in "),
          "service.rolledback", new Told("rollback", "Rolled back", " in "),
          "service.removed", new Told("infrastructure", "Removed", " from "),
          "environment.modified", new Told("infrastructure", "Modified environment", ""),
          "incident.detected", new Told("incident", "Incident detected", ": "),
          "incident.reported", new Told("incident", "Incident reported", ": "),
          "incident.resolved", new Told("recovery", "Incident resolved", ": "));

  /** How a type of event is told. */
  private record Told(String kind, String verb, String link) {}

  private CdEvents() {}

  static boolean isEvent(JsonNode object) {
    return object.path("context").path("type").asText().startsWith(PREFIX);
  }

  static ChangeEvent read(ChangeFields fields) throws UnreadableRecord {
    String type = fields.required("context.type");
    String[] words = type.substring(PREFIX.length()).split("\\.", 3);
    Told told = words.length < 2 ? null : CHANGES.get(words[0] + "." + words[1]);
    if (told == null) {
      throw new UnreadableRecord("not-a-change", "CDEvents type " + type + " tells of no change");
    }
    String source = fields.hint("context.source");
    String id = fields.name("context.id");
    boolean place = words[0].equals(ENVIRONMENT);
    String environment = fields.hint(place ? "subject.id" : "subject.content.environment.id");
    boolean incident = words[0].equals(INCIDENT);
    return new ChangeEvent(
        source == null ? id : source + "/" + id,
        fields.time("context.timestamp"),
        told.kind(),
        product(fields, incident ? "subject.content.service.id" : "subject.id"),
        fields.hint("customData.component"),
        fields.regions("customData.regions"),
        environment,
        ChangeFields.line(
            incident
                ? told.verb() + told.link() + description(fields)
                : told.verb() + " " + what(fields, place) + where(told, environment, place)),
        fields.link("customData.link", "subject.content.ticketURI", "subject.content.uri"));
  }

  private static String product(ChangeFields fields, String path) throws UnreadableRecord {
    String product = fields.hint("customData.product");
    return product == null ? fields.name(path) : product;
  }

  private static String description(ChangeFields fields) throws UnreadableRecord {
    String description = fields.hint("subject.content.description");
    return description == null
        ? fields.name("subject.content.service.id")
        : ChangeFields.masked(description);
  }

  private static String what(ChangeFields fields, boolean place) throws UnreadableRecord {
    String name = place ? fields.hint("subject.content.name") : null;
    String what = name == null ? fields.name("subject.id") : name;
    String artifact = fields.hint("subject.content.artifactId");
    return artifact == null ? what : what + " (" + readable(artifact) + ")";
  }

  private static String readable(String artifact) {
    String plain = artifact.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/");
    String told = plain.startsWith(PACKAGE) ? plain : ChangeFields.masked(plain);
    return DIGEST.matcher(told).replaceAll("$1…");
  }

  private static String where(Told told, @Nullable String environment, boolean place) {
    return environment == null || place ? "" : told.link() + environment;
  }
}
