package io.groundswell.jobs.surge.scenario;

import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A story as it is written in a file: a title, what it is about, posts of one day, and what is
 * expected of its incidents. CONTRIBUTING.md says how to write one.
 *
 * @param name of its file, without the ending
 * @param records its posts as the job reads them
 * @param expectations what has to hold, each with its line
 */
record WrittenStory(String name, List<String> records, List<Expectation> expectations) {
  /** The day on which all of them happen; {@link UsualPosts} surround it. */
  static final String DAY = "2026-03-06";

  /** Time, country, language, author, post that is answered; only the first is needed. */
  private static final Pattern POST =
      Pattern.compile(
          "(\\d\\d:\\d\\d)(?: ([A-Z]{2}))?(?: ([a-z]{2}))?(?: (@\\w+))?(?: -> (\\S+))? \\| (.+)");

  /** Which updates of which incident the lines below it are about. */
  private static final Pattern ABOUT =
      Pattern.compile("(?:chatter )?\\S+ (?:as it opened|at \\d\\d:\\d\\d|at the end|throughout):");

  static WrittenStory read(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
    List<String> records = new ArrayList<>();
    List<Expectation> expectations = new ArrayList<>();
    Map<String, Integer> posts = new HashMap<>();
    String part = "";
    String about = "";
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      String place = "%s.txt:%d".formatted(name, i + 1);
      if (lines.get(i).startsWith("posts:") || lines.get(i).startsWith("expect:")) {
        part = line;
      } else if (part.equals("posts:") && !line.isEmpty()) {
        records.add(post(place, name, lines.get(i).strip(), posts));
      } else if (part.equals("expect:") && ABOUT.matcher(line).matches()) {
        about = line.substring(0, line.length() - 1);
      } else if (part.equals("expect:") && !line.isEmpty()) {
        expectations.add(Expectation.of(place, about, line));
      }
    }
    return new WrittenStory(name, records, expectations);
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
