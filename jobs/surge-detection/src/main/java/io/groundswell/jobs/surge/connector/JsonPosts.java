package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.groundswell.domain.post.Post;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The project's own post: one JSON object, read as a stream. Unknown fields are skipped; null is as
 * good as absent; of a field given twice the last counts.
 */
public final class JsonPosts implements PostFormat {
  private static final long serialVersionUID = 1;

  @Override
  public Post read(byte[] record) throws UnreadableRecord {
    PostFields fields = new PostFields();
    try (JsonParser parser = RecordJson.FACTORY.createParser(record)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableRecord("unreadable", "not a JSON object");
      }
      readObject(parser, "", fields);
      if (parser.nextToken() != null) {
        throw new UnreadableRecord("unreadable", "text after the end of the JSON object");
      }
    } catch (IOException e) {
      throw RecordJson.refused(e);
    }
    return fields.post();
  }

  private static void readObject(JsonParser parser, String path, PostFields fields)
      throws IOException, UnreadableRecord {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String own = parser.currentName();
      String name = path.isEmpty() ? own : path + "." + own;
      JsonToken value = parser.nextToken();
      if (own.indexOf('.') >= 0) {
        parser.skipChildren(); // Not ours, although it may look like a path.
      } else if (value == JsonToken.START_OBJECT && PostFields.isObject(name)) {
        readObject(parser, name, fields);
      } else if (value == JsonToken.START_ARRAY && "tags".equals(name)) {
        readTags(parser, fields);
      } else if (value != JsonToken.VALUE_NULL) {
        fields.set(name, value.isScalarValue() ? parser.getText() : null);
        parser.skipChildren();
      }
    }
  }

  private static void readTags(JsonParser parser, PostFields fields)
      throws IOException, UnreadableRecord {
    List<String> tags = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw new UnreadableRecord("wrong-type", "tags must be a list of strings");
      }
      if (parser.currentToken() != JsonToken.VALUE_NULL) {
        tags.add(parser.getText());
      }
    }
    fields.setTags(tags);
  }
}
