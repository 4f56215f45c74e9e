package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.groundswell.domain.post.Post;
import java.io.IOException;

/** The project's own post: one JSON object, read as a stream. Unknown fields are skipped. */
public final class JsonPosts implements PostFormat {
  private static final long serialVersionUID = 1;
  private static final int DEEPEST = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  @Override
  public Post read(byte[] record) throws UnreadableRecord {
    PostFields fields = new PostFields();
    try (JsonParser parser = JSON.createParser(record)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableRecord("unreadable", "not a JSON object");
      }
      readObject(parser, "", fields);
      if (parser.nextToken() != null) {
        throw new UnreadableRecord("unreadable", "text after the end of the JSON object");
      }
    } catch (StreamConstraintsException e) {
      throw new UnreadableRecord("too-deep", "nested deeper than " + DEEPEST + " levels");
    } catch (JsonProcessingException e) {
      throw new UnreadableRecord("unreadable", "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableRecord("unreadable", "not UTF-8 JSON: " + e.getMessage());
    }
    return fields.post();
  }

  private static void readObject(JsonParser parser, String path, PostFields fields)
      throws IOException, UnreadableRecord {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && PostFields.isObject(name)) {
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
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw new UnreadableRecord("wrong-type", "tags must be a list of strings");
      }
      fields.addTag(parser.getText());
    }
  }
}
