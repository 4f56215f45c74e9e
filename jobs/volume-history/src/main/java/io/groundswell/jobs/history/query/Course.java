package io.groundswell.jobs.history.query;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How figures went over time: a line of bars for each, where an answer has one row a time. */
final class Course {
  private static final int BARS = 60;

  /** Fewer rows are seen at a glance. */
  private static final int LEAST = 3;

  /** More are not remembered. */
  private static final int MOST = 500_000;

  private final List<String> names;
  private final List<Boolean> isFigure;
  private final ZoneId zone;
  private final List<List<@Nullable Double>> figures = new ArrayList<>();
  private boolean ordered;
  private int direction;
  private @Nullable Object last;
  private @Nullable Object first;

  Course(String type, List<String> names, List<Boolean> isFigure, ZoneId zone) {
    this.names = names;
    this.isFigure = isFigure;
    this.zone = zone;
    ordered = type.startsWith("TIMESTAMP") || type.equals("DATE");
    names.forEach(name -> figures.add(new ArrayList<>()));
  }

  void add(List<Object> row) {
    Object time = row.get(0);
    ordered = ordered && time instanceof Comparable && figures.get(0).size() < MOST;
    if (!ordered) {
      return;
    }
    if (last == null) {
      first = time;
    } else {
      int step = compare(time, last);
      ordered = step != 0 && (direction == 0 || step == direction);
      direction = step;
    }
    last = time;
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      figures.get(i).add(value == null ? null : Cells.figure(value));
    }
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object time, Object other) {
    return Integer.signum(((Comparable<Object>) time).compareTo(other));
  }

  /** Earliest to the left, whichever way the rows go; nothing where rows are not in order. */
  String text() throws SQLException {
    if (!ordered || figures.get(0).size() < LEAST || !isFigure.contains(true)) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    Object begin = direction > 0 ? first : last;
    Object end = direction > 0 ? last : first;
    text.append('\n');
    int widest = 0;
    for (int i = 0; i < names.size(); i++) {
      widest = Math.max(widest, isFigure.get(i) ? names.get(i).length() : 0);
    }
    for (int i = 0; i < names.size(); i++) {
      if (isFigure.get(i)) {
        text.append(line(names.get(i), widest, figures.get(i)));
      }
    }
    return text.append(
            "%s to %s, row by row%n%n".formatted(Cells.text(begin, zone), Cells.text(end, zone)))
        .toString();
  }

  private String line(String name, int widest, List<@Nullable Double> values) throws SQLException {
    List<@Nullable Double> inTime = new ArrayList<>(values);
    if (direction < 0) {
      Collections.reverse(inTime);
    }
    List<Double> known = new ArrayList<>();
    inTime.stream().filter(Objects::nonNull).forEach(known::add);
    if (known.isEmpty()) {
      return "";
    }
    return "%s  %s  %s to %s%n"
        .formatted(
            name + " ".repeat(widest - name.length()),
            Sparkline.of(inTime, BARS),
            number(Collections.min(known)),
            number(Collections.max(known)));
  }

  private String number(double figure) throws SQLException {
    boolean whole = figure == Math.rint(figure) && Math.abs(figure) < 1e15;
    return Cells.text(whole ? (Object) (long) figure : (Object) figure, zone);
  }
}
