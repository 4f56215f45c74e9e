package io.groundswell.jobs.surge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lead ledger as somebody makes it who has nothing but what was told of incidents, and the
 * scored buckets of the support queue. Shares no code with the job. No incident here is about a
 * region over all products.
 */
public final class Recount {
  private static final Duration WIDTH = Duration.ofMinutes(1);

  /** A scored bucket of the queue, as {@code contacts.csv} and {@code contact-volumes} have it. */
  public record Bucket(
      String subject, Instant start, int posts, String event, @Nullable Instant onset) {
    /** A line of the file. */
    public static Bucket ofLine(String line) {
      String[] cells = line.split(",", -1);
      Instant onset = cells[8].isEmpty() ? null : Instant.parse(cells[8]);
      return new Bucket(
          cells[0], Instant.parse(cells[1]), Integer.parseInt(cells[3]), cells[7], onset);
    }

    /** A record of the topic. */
    public static Bucket ofRecord(JsonNode json) {
      return new Bucket(
          text(json, "subject"),
          Instant.parse(text(json, "bucket_start")),
          json.get("posts").asInt(),
          json.path("event").asText(),
          json.hasNonNull("onset_at") ? Instant.parse(text(json, "onset_at")) : null);
    }

    Instant end() {
      return start.plus(WIDTH);
    }

    Bucket since(Instant moment) {
      return new Bucket(subject, start, posts, event, moment);
    }

    String cause() {
      return subject.startsWith("@") ? subject : subject.split("[/@~]", 2)[0];
    }
  }

  /** From when to when an incident was open; {@link Instant#MAX} where it still is. */
  record Period(Instant from, Instant until) {
    boolean holds(Bucket bucket) {
      return !bucket.start().isBefore(from) && !bucket.end().isAfter(until);
    }
  }

  /** An incident: all that was told of it, and what people called about. */
  private record Told(String id, List<JsonNode> updates, List<Period> periods) {
    JsonNode last() {
      return updates.get(updates.size() - 1);
    }

    Instant detectedAt() {
      return Instant.parse(last().get("detected_at").asText());
    }

    String subject() {
      JsonNode subject = last().get("subject");
      return text(subject, "", "product")
          + text(subject, "/", "component")
          + text(subject, "~", "term")
          + text(subject, "@", "region");
    }

    String cause() {
      return new Bucket(subject(), Instant.MIN, 0, "", null).cause();
    }

    private static String text(JsonNode subject, String mark, String field) {
      return subject.get(field).isNull() ? "" : mark + subject.get(field).asText();
    }

    boolean isOpenAt(Instant moment) {
      return periods.stream().anyMatch(p -> !moment.isBefore(p.from) && moment.isBefore(p.until));
    }

    @Nullable Instant resolvedAt() {
      Instant until = periods.get(periods.size() - 1).until();
      return until.equals(Instant.MAX) ? null : until;
    }
  }

  private final List<Told> incidents = new ArrayList<>();
  private final List<Bucket> queue;
  private final Map<String, Map<String, String>> rows = new TreeMap<>();

  /** Which subjects of a cause surge, and the row of its last surge that counts. */
  private final Map<String, TreeSet<String>> surging = new TreeMap<>();

  private final Map<String, Map<String, String>> last = new TreeMap<>();

  /** Onsets of surges that have not counted yet, by subject. */
  private final Map<String, Instant> waiting = new TreeMap<>();

  /** Contacts by subject and half hour. */
  private final Map<String, TreeMap<Instant, Integer>> past = new TreeMap<>();

  private Recount(List<JsonNode> updates, List<Bucket> queue) {
    this.queue =
        queue.stream()
            .sorted(Comparator.comparing(Bucket::start).thenComparing(Bucket::subject))
            .toList();
    Map<String, List<JsonNode>> byId = new TreeMap<>();
    updates.stream()
        .filter(update -> update.get("kind").asText().equals("surge"))
        .sorted(Comparator.comparing(update -> update.get("sequence").asInt()))
        .forEach(u -> byId.computeIfAbsent(text(u, "incident_id"), k -> new ArrayList<>()).add(u));
    byId.forEach((id, all) -> incidents.add(new Told(id, all, periods(all))));
    incidents.sort(Comparator.comparing(Told::detectedAt).thenComparing(Told::id));
  }

  /** A row of the ledger as this counts it: without what is not counted. */
  public static Map<String, String> row(JsonNode json) {
    Map<String, String> row = new TreeMap<>();
    json.properties().forEach(field -> row.put(field.getKey(), string(field.getValue())));
    row.keySet().removeAll(List.of("key", "simulated", "updated_at"));
    return row;
  }

  /** Rows by key, each without the moment at which it became what it is. */
  public static Map<String, Map<String, String>> of(List<JsonNode> updates, List<Bucket> queue) {
    Recount recount = new Recount(updates, queue);
    recount.incidents.forEach(recount::incident);
    recount.surges();
    return recount.rows;
  }

  private static List<Period> periods(List<JsonNode> updates) {
    List<Period> periods = new ArrayList<>();
    Instant from = Instant.parse(text(updates.get(0), "detected_at"));
    for (JsonNode update : updates) {
      Instant at = Instant.parse(text(update, "updated_at"));
      if (text(update, "status").equals("reopened")) {
        from = at;
      } else if (text(update, "status").equals("resolved")) {
        periods.add(new Period(from, at));
      }
    }
    boolean open = !text(updates.get(updates.size() - 1), "status").equals("resolved");
    if (open) {
      periods.add(new Period(from, Instant.MAX));
    }
    return periods;
  }

  private void incident(Told incident) {
    JsonNode lead = incident.last().get("lead");
    Map<String, String> row = new TreeMap<>();
    row.put("row", "incident");
    row.put("incident_id", incident.id());
    row.put("subject", incident.subject());
    row.put("detected_at", incident.detectedAt().toString());
    row.put("resolved_at", string(incident.resolvedAt()));
    row.put("status", text(lead, "status"));
    row.put("support_onset_at", string(lead.get("support_onset_at")));
    row.put("seconds", string(lead.get("seconds")));
    row.put("first_contact_at", string(firstContact(incident)));
    row.put("contacts_after", String.valueOf(contactsAfter(incident)));
    rows.put("incident/" + incident.id(), row);
  }

  private @Nullable Instant firstContact(Told incident) {
    Instant onset = Instant.parse(text(incident.last(), "onset_at"));
    Instant until = incident.periods().get(incident.periods().size() - 1).until();
    return queue.stream()
        .filter(bucket -> bucket.subject().equals(incident.cause()) && bucket.posts() > 0)
        .filter(bucket -> !bucket.start().isBefore(onset) && !bucket.end().isAfter(until))
        .map(Bucket::start)
        .findFirst()
        .orElse(null);
  }

  private long contactsAfter(Told incident) {
    return queue.stream()
        .filter(bucket -> bucket.subject().equals(incident.cause()))
        .filter(
            bucket ->
                incidents.stream()
                    .filter(other -> other.cause().equals(incident.cause()))
                    .filter(other -> other.periods().stream().anyMatch(p -> p.holds(bucket)))
                    .findFirst()
                    .filter(incident::equals)
                    .isPresent())
        .mapToLong(Bucket::posts)
        .sum();
  }

  private void surges() {
    Map<Instant, List<Bucket>> moments = new TreeMap<>();
    for (Bucket bucket : queue) {
      moments.computeIfAbsent(bucket.end(), k -> new ArrayList<>()).add(bucket);
      Instant halfHour = halfHour(bucket.start());
      past.computeIfAbsent(bucket.subject(), k -> new TreeMap<>())
          .merge(halfHour, bucket.posts(), Integer::sum);
    }
    moments.forEach(this::moment);
  }

  private void moment(Instant end, List<Bucket> buckets) {
    List<Bucket> begun = new ArrayList<>();
    for (Bucket bucket : buckets) {
      if (bucket.event().equals("opened")) {
        waiting.put(bucket.subject(), bucket.onset());
      }
      if (waiting.containsKey(bucket.subject()) && isUnusual(bucket)) {
        begun.add(bucket.since(onset(bucket, waiting.remove(bucket.subject()))));
      }
    }
    begun.sort(Comparator.comparing(Bucket::onset).thenComparing(Bucket::subject));
    begun.removeIf(
        bucket -> {
          TreeSet<String> on = surging.computeIfAbsent(bucket.cause(), k -> new TreeSet<>());
          boolean goesOn = !on.isEmpty();
          on.add(bucket.subject());
          return goesOn;
        });
    buckets.stream().filter(bucket -> bucket.event().equals("resolved")).forEach(this::resolve);
    begun.stream()
        .filter(bucket -> !bucket.cause().startsWith("@") || isAlone(bucket, begun))
        .forEach(bucket -> last.put(bucket.cause(), begin(bucket)));
  }

  private void resolve(Bucket bucket) {
    TreeSet<String> on = surging.get(bucket.cause());
    boolean counted = waiting.remove(bucket.subject()) == null && on != null;
    if (counted && on.remove(bucket.subject()) && on.isEmpty()) {
      Map<String, String> row = last.get(bucket.cause());
      if (row != null) {
        row.put("over_at", bucket.end().toString());
      }
    }
  }

  private static Instant halfHour(Instant moment) {
    return Instant.ofEpochSecond(moment.getEpochSecond() / 1800 * 1800);
  }

  /** More than half again, and three standard errors, of the days before around that half hour. */
  private boolean isUnusual(Bucket bucket) {
    TreeMap<Instant, Integer> halfHours = past.get(bucket.subject());
    Instant now = halfHour(bucket.start());
    int come =
        queue.stream()
            .filter(other -> other.subject().equals(bucket.subject()))
            .filter(other -> halfHour(other.start()).equals(now))
            .filter(other -> !other.start().isAfter(bucket.start()))
            .mapToInt(Bucket::posts)
            .sum();
    List<Integer> before =
        Stream.iterate(1, day -> day + 1)
            .limit(14)
            .map(day -> now.minus(Duration.ofDays(day)))
            .filter(then -> !then.isBefore(halfHours.firstKey()))
            .map(then -> mostAround(then, halfHours))
            .sorted(Comparator.reverseOrder())
            .toList();
    if (before.isEmpty()) {
      return true;
    }
    int usual = before.get(before.size() < 3 ? 0 : 1);
    return come > usual + Math.max(3 * Math.sqrt(usual), usual * .5);
  }

  private static int mostAround(Instant then, Map<Instant, Integer> halfHours) {
    return Stream.of(then.minusSeconds(1800), then, then.plusSeconds(1800))
        .mapToInt(halfHour -> halfHours.getOrDefault(halfHour, 0))
        .max()
        .orElseThrow();
  }

  private static Instant onset(Bucket bucket, Instant since) {
    Instant now = halfHour(bucket.start());
    return now.minusSeconds(1800).isAfter(since) ? now : since;
  }

  /** A region's queue, of all that surge: those that began with it stand in the order of onsets. */
  private boolean isAlone(Bucket region, List<Bucket> begun) {
    List<String> others = new ArrayList<>();
    surging.forEach(
        (cause, on) -> {
          boolean later =
              cause.startsWith("@")
                  && begun.stream()
                      .skip(begun.indexOf(region))
                      .anyMatch(bucket -> bucket.cause().equals(cause));
          if (!on.isEmpty() && !later) {
            others.add(cause);
          }
        });
    return others.isEmpty();
  }

  private Map<String, String> begin(Bucket opened) {
    Map<String, String> row = new TreeMap<>();
    Instant onset = opened.onset();
    Told first =
        incidents.stream()
            .filter(incident -> incident.cause().equals(opened.cause()))
            .filter(
                incident ->
                    incident.isOpenAt(opened.end())
                        || string(onset)
                            .equals(string(incident.last().get("lead").get("support_onset_at"))))
            .findFirst()
            .orElse(null);
    row.put("row", "queue");
    row.put("cause", opened.cause());
    row.put("onset_at", string(onset));
    row.put("over_at", "null");
    row.put("incident_id", first == null ? "null" : first.id());
    row.put(
        "status",
        first == null ? "unwarned" : first.detectedAt().isBefore(onset) ? "warned" : "told-later");
    rows.put("queue/" + opened.cause() + ":" + string(onset).replaceAll("[-:]", ""), row);
    return row;
  }

  private static String string(@Nullable Object value) {
    return value instanceof JsonNode node ? node.asText("null") : String.valueOf(value);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }
}
