package io.groundswell.jobs.notification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.destination.FarSide.Asked;
import io.groundswell.jobs.notification.destination.FarSide.Said;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.destination.email.MailSide;
import io.groundswell.jobs.notification.notice.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pager and a webhook that know a repeat by its key, and a chat that does not. Three calls in ten
 * fail: refused for now, asked to wait, or hung up on; of those with a key also after they were
 * taken, so that the caller cannot know.
 */
final class Company implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("update (\\d+) ");

  private final Random dice;

  /** Of each incident: alerts opened, what its alert says last, and whether that is open. */
  final Map<String, Integer> alerts = new TreeMap<>();

  /** Of each incident, how its alert in Alertmanager ends: in the past, where it is over. */
  final Map<String, Instant> ends = new TreeMap<>();

  final Map<String, String> alertTimes = new TreeMap<>();
  final Set<String> openAlerts = new TreeSet<>();

  /** Of each incident, the sequences that the webhook took, in order, each once. */
  final Map<String, List<Integer>> events = new TreeMap<>();

  /** Of each incident, the sequences of its messages in the chat, in order. */
  final Map<String, List<Integer>> messages = new TreeMap<>();

  /** Of each incident, the update that its alert in Alertmanager tells. */
  final Map<String, Integer> alertNumbers = new TreeMap<>();

  final Set<String> labelSets = new TreeSet<>();
  final List<String> disorder = new ArrayList<>();
  private final Set<String> eventIds = new TreeSet<>();
  private final Map<String, String> threads = new TreeMap<>();
  private int ts;
  private int secondThreads;

  final FarSide pager = new FarSide(this::page);
  final FarSide hook = new FarSide(this::event);
  final FarSide chat = new FarSide(this::message);
  final FarSide alertmanager = new FarSide(this::alert);
  final MailSide mail = new MailSide(null);

  Company(long seed) {
    dice = new Random(seed);
    pager.weather(() -> deed(pager, true));
    hook.weather(() -> deed(hook, true));
    chat.weather(() -> deed(chat, false));
    alertmanager.weather(() -> deed(alertmanager, true));
    mail.weather(this::busy);
  }

  private synchronized FarSide.@Nullable Deed deed(FarSide side, boolean keyed) {
    int draw = dice.nextInt(100);
    if (draw < 10) {
      return FarSide.says(503, Map.of());
    } else if (draw < 15) {
      return FarSide.says(429, Map.of("Retry-After", "0"));
    } else if (draw < 30) {
      return keyed && draw < 25 ? side.resetsAfterwards() : FarSide.resets();
    }
    return null;
  }

  private synchronized @Nullable String busy() {
    return dice.nextInt(100) < 30 ? "451 busy, come again" : null;
  }

  private synchronized Said alert(Asked asked) {
    for (JsonNode alert : asked.json()) {
      JsonNode labels = alert.path("labels");
      String incident = labels.path("incident_id").asText();
      ends.put(incident, Instant.parse(alert.path("endsAt").asText()));
      Matcher number = NUMBER.matcher(alert.path("annotations").path("summary").asText());
      if (number.find()) {
        alertNumbers.put(incident, Integer.parseInt(number.group(1)));
      }
      labelSets.add(labels.toString());
    }
    return Said.of(200, "");
  }

  private synchronized Said page(Asked asked) {
    JsonNode event = asked.json();
    String incident = event.path("dedup_key").asText();
    if (event.path("event_action").asText().equals("resolve")) {
      openAlerts.remove(incident);
    } else {
      String time = event.path("payload").path("timestamp").asText();
      String before = alertTimes.put(incident, time);
      if (before != null && before.compareTo(time) > 0) {
        disorder.add(incident + " " + time + " after " + before);
      }
      if (openAlerts.add(incident)) {
        alerts.merge(incident, 1, Integer::sum);
      }
    }
    return Said.of(202, "{\"status\":\"success\"}");
  }

  private synchronized Said event(Asked asked) {
    JsonNode event = asked.json();
    if (eventIds.add(event.path("id").asText())) {
      JsonNode data = event.path("data");
      add(events, data.path("incident_id").asText(), data.path("sequence").asInt());
    }
    return Said.of(200, "");
  }

  private synchronized Said message(Asked asked) {
    JsonNode message = asked.json();
    String channel = message.path("channel").asText();
    String thread = message.path("thread_ts").asText("");
    String own = "1700000000." + String.format("%06d", ++ts);
    if (asked.path().endsWith("postMessage")) {
      Matcher number = NUMBER.matcher(message.path("text").asText());
      String incident = message.path("text").asText().replaceAll("(?s).*(p\\d+), Checkout.*", "$1");
      if (!number.find()) {
        return Said.of(200, "{\"ok\":false,\"error\":\"no_text\"}");
      }
      String root = thread.isEmpty() ? own : thread;
      String known = threads.put(incident, root);
      if (known != null && thread.isEmpty()) {
        secondThreads++; // The first message came twice, or the second one as a first.
      }
      add(messages, incident, Integer.parseInt(number.group(1)));
    }
    return Said.of(200, "{\"ok\":true,\"channel\":\"" + channel + "\",\"ts\":\"" + own + "\"}");
  }

  private static void add(Map<String, List<Integer>> all, String incident, int sequence) {
    all.computeIfAbsent(incident, one -> new ArrayList<>()).add(sequence);
  }

  /** Messages that say what the one before said, and threads of incidents that have one. */
  synchronized int repeats() {
    int repeats = secondThreads;
    for (List<Integer> sequences : messages.values()) {
      for (int i = 1; i < sequences.size(); i++) {
        repeats += sequences.get(i).equals(sequences.get(i - 1)) ? 1 : 0;
      }
    }
    return repeats;
  }

  /** Mails that came twice: of one delivery the id is the same. */
  int mailsTwice() {
    return mail.taken.size() - new TreeSet<>(mail.taken).size();
  }

  /** Whether every destination has the last update of all incidents. */
  synchronized boolean haveAll(Map<String, Integer> last, Set<String> over) {
    Set<String> mails = new TreeSet<>(mail.taken);
    return has(events, last)
        && has(messages, last)
        && last.entrySet().stream().allMatch(one -> mails.contains(id(one)))
        && over.stream().allMatch(one -> isOver(ends.get(one)))
        && last.equals(alertNumbers)
        && last.keySet().stream()
            .filter(one -> !over.contains(one))
            .allMatch(one -> Updates.at(last.get(one)).equals(alertTimes.get(one)));
  }

  private static String id(Map.Entry<String, Integer> update) {
    String key = update.getKey() + "/" + update.getValue();
    return "<" + Wording.hash(key).substring(0, 32) + "@company.example>";
  }

  private static boolean isOver(@Nullable Instant end) {
    return end != null && end.isBefore(Instant.now());
  }

  private static boolean has(Map<String, List<Integer>> all, Map<String, Integer> last) {
    return last.entrySet().stream()
        .allMatch(
            one -> {
              List<Integer> told = all.getOrDefault(one.getKey(), List.of());
              return told.contains(one.getValue());
            });
  }

  @Override
  public void close() {
    pager.close();
    hook.close();
    chat.close();
    alertmanager.close();
    mail.close();
  }
}
