package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.MuteWindow;
import io.groundswell.domain.catalogue.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of a mute in {@code policy.yaml} that comes back again and again. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class MuteKeys {
  private static final int SHORT = 3;

  private @Nullable String subject;
  private List<String> days = List.of();
  private @Nullable String from;
  private @Nullable String to;
  private String zone = "UTC";
  private @Nullable String until;
  private @Nullable String because;
  private double factor = Mute.FACTOR;

  /** What is missing or cannot be read. */
  List<Problem> problems(String path) {
    List<Problem> problems = new ArrayList<>();
    needs(problems, path, "subject", subject, "add it, such as shop/checkout, or '*' for all");
    needs(problems, path, "from", from, "add it, such as \"22:00\"");
    needs(problems, path, "to", to, "add it, such as \"06:00\"");
    needs(problems, path, "until", until, "every mute ends: add the last day, such as 2027-01-31");
    needs(problems, path, "because", because, "say why, for whoever wonders");
    for (String day : days) {
      reads(problems, path, "days", day, MuteKeys::day, "mon, tue, wed, thu, fri, sat or sun");
    }
    reads(problems, path, "from", from, LocalTime::parse, "a time such as \"22:00\"");
    reads(problems, path, "to", to, LocalTime::parse, "a time such as \"06:00\"");
    reads(problems, path, "zone", zone, ZoneId::of, "a time zone such as Europe/Berlin or UTC");
    reads(problems, path, "until", until, LocalDate::parse, "a day such as 2027-01-31");
    return problems;
  }

  private static void needs(
      List<Problem> problems, String path, String key, @Nullable String value, String remedy) {
    if (value == null || value.isBlank()) {
      problems.add(Problem.at(path + "/" + key, "'" + key + "' is missing", remedy));
    }
  }

  private static void reads(
      List<Problem> problems,
      String path,
      String key,
      @Nullable String value,
      Function<String, ?> reader,
      String expected) {
    try {
      if (value != null) {
        var unused = reader.apply(value);
      }
    } catch (DateTimeException e) {
      problems.add(Problem.at(path + "/" + key, key + " is '" + value + "'", "use " + expected));
    }
  }

  private static DayOfWeek day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      String full = day.name().toLowerCase(Locale.ROOT);
      String written = name.toLowerCase(Locale.ROOT);
      if (written.equals(full) || written.equals(full.substring(0, SHORT))) {
        return day;
      }
    }
    throw new DateTimeException("no day: " + name);
  }

  /** The window, if there are no problems. */
  MuteWindow window() {
    return new MuteWindow(
        Objects.requireNonNull(subject),
        days.stream().map(MuteKeys::day).toList(),
        LocalTime.parse(Objects.requireNonNull(from)),
        LocalTime.parse(Objects.requireNonNull(to)),
        ZoneId.of(zone),
        LocalDate.parse(Objects.requireNonNull(until)),
        Objects.requireNonNull(because),
        factor);
  }
}
