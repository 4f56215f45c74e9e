package io.groundswell.jobs.surge.scenario;

import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A story as it is written in a file: a title, what it is about, posts of one day, what was changed
 * around it, and what is expected of its incidents. CONTRIBUTING.md says how to write one.
 *
 * @param name of its file, without the ending
 * @param records its posts as the job reads them
 * @param changes its change events as the job reads them
 * @param expectations what has to hold, each with its line
 */
record WrittenStory(
    String name, List<String> records, List<String> changes, List<Expectation> expectations) {
  /** The day on which all of them happen; {@link UsualPosts} surround it. */
  static final String DAY = "2026-03-06";

  private static final Set<String> PARTS = Set.of("posts:", "changes:", "expect:");

  /** Time, country, language, author, post that is answered; only the first is needed. */
  private static final Pattern POST =
      Pattern.compile(
          "(\\d\\d:\\d\\d)(?: ([A-Z]{2}))?(?: ([a-z]{2}))?(?: (@\\w+))?(?: -> (\\S+))? \\| (.+)");

  /** Day and time, kind, id, product and component, regions: {@code 5T12:00 deploy d1 paylo}. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:(\\d)T)?(\\d\\d:\\d\\d) ([a-z]+) (\\S+) (\\w+)(?:/(\\w+))?(?: ([A-Z,]+))? \\| (.+)");

  /** Which updates of which incident the lines below it are about. */
  private static final Pattern ABOUT =
      Pattern.compile("(?:chatter )?\\S+ (?:as it opened|at \\d\\d:\\d\\d|at the end|throughout):");

  static WrittenStory read(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
    List<String> records = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    List<Expectation> expectations = new ArrayList<>();
    Map<String, Integer> posts = new HashMap<>();
    String part = "";
    String about = "";
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      String place = "%s.txt:%d".formatted(name, i + 1);
      if (PARTS.contains(line)) {
        part = line;
      } else if (part.equals("posts:") && !line.isEmpty()) {
        records.add(post(place, name, lines.get(i).strip(), posts));
      } else if (part.equals("changes:") && !line.isEmpty()) {
        changes.add(change(place, line));
      } else if (part.equals("expect:") && ABOUT.matcher(line).matches()) {
        about = line.substring(0, line.length() - 1);
      } else if (part.equals("expect:") && !line.isEmpty()) {
        expectations.add(Expectation.of(place, about, line));
      }
    }
    return new WrittenStory(name, records, changes, expectations);
  }

  private static String change(String place, String line) {
    Matcher change = CHANGE.matcher(line);
    if (!change.matches()) {
      throw new IllegalArgumentException(place + ": no change: " + line);
    }
    String day =
        change.group(1) == null ? DAY : DAY.substring(0, DAY.length() - 1) + change.group(1);
    return Json.object(
        json -> {
          json.writeStringField("id", change.group(4));
          json.writeStringField("at", "%sT%s:00Z".formatted(day, change.group(2)));
          json.writeStringField("kind", change.group(3));
          json.writeStringField("product", change.group(5));
          json.writeStringField("component", change.group(6));
          json.writeArrayFieldStart("regions");
          for (String region :
              change.group(7) == null ? new String[0] : change.group(7).split(",")) {
            json.writeString(region);
          }
          json.writeEndArray();
          json.writeStringField("summary", change.group(8));
        });
  }

  /** A post's id is its time; that of the second post of a minute ends in {@code /2}. */
  private static String post(String place, String story, String line, Map<String, Integer> posts) {
    Matcher post = POST.matcher(line);
    if (!post.matches()) {
      throw new IllegalArgumentException(place + ": no post: " + line);
    }
    String time = post.group(1);
    int nth = posts.merge(time, 1, Integer::sum);
    String id = nth == 1 ? time : time + "/" + nth;
    String author = post.group(4) == null ? "someone" + id.replaceAll("\\W", "") : post.group(4);
    return Json.object(
        json -> {
          json.writeStringField("id", id);
          json.writeStringField("source", "x");
          json.writeStringField(
              "created_at", "%sT%s:%02dZ".formatted(DAY, time, Math.min(59, 7 * nth)));
          json.writeStringField("text", post.group(6));
          json.writeStringField("lang", post.group(3));
          json.writeStringField("in_reply_to", post.group(5));
          json.writeStringField("url", "https://x.example/%s/%s".formatted(story, id));
          json.writeObjectFieldStart("author");
          json.writeStringField("id", author);
          json.writeStringField("handle", author);
          json.writeEndObject();
          json.writeObjectFieldStart("geo");
          json.writeStringField("country", post.group(2));
          json.writeEndObject();
        });
  }
}
