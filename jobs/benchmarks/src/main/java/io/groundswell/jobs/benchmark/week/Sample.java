package io.groundswell.jobs.benchmark.week;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the job was at the end of an hour.
 *
 * @param figures what was measured
 * @param operators state of each operator in bytes, by its name
 */
record Sample(Map<Figure, Double> figures, Map<String, Double> operators) {
  private static final String OPERATOR = "operator:";

  /** As one line. */
  String line() {
    StringBuilder line = new StringBuilder();
    figures.forEach((figure, value) -> line.append(figure).append('=').append(value).append('\t'));
    operators.forEach(
        (name, value) ->
            line.append(OPERATOR)
                .append(name.replaceAll("[=\\s]+", " "))
                .append('=')
                .append(value)
                .append('\t'));
    return line.toString().strip();
  }

  /** Of such a line. */
  static Sample of(String line) {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    Map<String, Double> operators = new TreeMap<>();
    for (String field : line.split("\t", -1)) {
      int equals = field.indexOf('=');
      String name = field.substring(0, equals);
      double value = Double.parseDouble(field.substring(equals + 1));
      if (name.startsWith(OPERATOR)) {
        operators.put(name.substring(OPERATOR.length()), value);
      } else {
        figures.put(Figure.valueOf(name), value);
      }
    }
    return new Sample(figures, operators);
  }

  /** The same with one figure more. */
  Sample with(Figure figure, double value) {
    Map<Figure, Double> more = new EnumMap<>(figures);
    more.put(figure, value);
    return new Sample(more, operators);
  }
}
