package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.nio.charset.StandardCharsets;

/** A record as a network delivers it, written with single quotes. */
record Payload(Format format, String json) {
  Post post() throws UnreadableRecord {
    return format.posts().read(bytes());
  }

  UnreadableRecord refusal() {
    return catchThrowableOfType(UnreadableRecord.class, this::post);
  }

  /** The same record with another piece in the place of one. */
  Payload with(String piece, String other) {
    if (!json.contains(piece)) {
      throw new IllegalArgumentException("not in the payload: " + piece);
    }
    return new Payload(format, json.replace(piece, other));
  }

  byte[] bytes() {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
