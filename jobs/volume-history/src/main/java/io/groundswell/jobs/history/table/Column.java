package io.groundswell.jobs.history.table;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * A column of a table.
 *
 * @param name as the main job's JSON names it, where it has the field
 * @param type its type in Iceberg
 * @param meaning what it says, in words for people
 */
public record Column(String name, Type type, String meaning) {
  static Column text(String name, String meaning) {
    return new Column(name, Types.StringType.get(), meaning);
  }

  static Column texts(String name, String meaning) {
    // The number of the element's field is given anew when the table is made.
    return new Column(name, Types.ListType.ofRequired(1, Types.StringType.get()), meaning);
  }

  static Column time(String name, String meaning) {
    return new Column(name, Types.TimestampType.withZone(), meaning);
  }

  static Column count(String name, String meaning) {
    return new Column(name, Types.IntegerType.get(), meaning);
  }

  static Column number(String name, String meaning) {
    return new Column(name, Types.LongType.get(), meaning);
  }

  static Column figure(String name, String meaning) {
    return new Column(name, Types.DoubleType.get(), meaning);
  }

  static Column flag(String name, String meaning) {
    return new Column(name, Types.BooleanType.get(), meaning);
  }
}
