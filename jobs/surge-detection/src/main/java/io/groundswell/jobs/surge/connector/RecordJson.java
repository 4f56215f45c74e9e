package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** JSON as strangers send it: bounded in depth, and refused in one line. */
public final class RecordJson {
  private static final int DEEPEST = 32;

  /** Makes parsers that keep within the bounds. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(RecordFile.LARGEST)
                  .maxNameLength(RecordFile.LARGEST)
                  .build())
          // Names come from outside: they must neither fill the JVM's table nor fail a record.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private RecordJson() {}

  /** Why a record could not be read. */
  public static UnreadableRecord refused(IOException why) {
    if (why instanceof StreamConstraintsException) {
      return new UnreadableRecord("too-deep", "nested deeper than " + DEEPEST + " levels");
    }
    return why instanceof JsonProcessingException json
        ? new UnreadableRecord("unreadable", "not JSON: " + json.getOriginalMessage())
        : new UnreadableRecord("unreadable", "not UTF-8 JSON: " + why.getMessage());
  }
}
