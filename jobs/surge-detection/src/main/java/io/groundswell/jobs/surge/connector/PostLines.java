package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.Arrival.Standing;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;

/**
 * Posts that have counted as JSON lines, each in the place of its source and id, so that what says
 * that a post was withdrawn takes its place.
 */
public final class PostLines implements MapFunction<CountedPost, Line> {
  private static final long serialVersionUID = 1;

  private final String catalogueVersion;
  private final String policyVersion;
  private final String triageVersion;

  /** Names what decides as a job begins. */
  public PostLines(Rules rules) {
    this.catalogueVersion = rules.catalogue().version();
    this.policyVersion = rules.policy().version();
    this.triageVersion = rules.model().version();
  }

  @Override
  public Line map(CountedPost post) {
    return post.isChatter() ? chatter(post) : ofPerson(post);
  }

  /** Of a post that is no complaint only what is needed to count it again. */
  private Line chatter(CountedPost post) {
    Mention mention = post.mention();
    String identity = hex(mention.identity());
    String text =
        Json.object(
            json -> {
              json.writeBooleanField("chatter", true);
              json.writeStringField("source", mention.source());
              writeTimes(json, post);
              writeAll(
                  json, "products", mention.subjects().stream().map(Channel::subject).toList());
              json.writeStringField("author", hex(mention.author()));
              writeOrigin(json, mention);
            });
    return new Line(post.start(), mention.source() + "/chatter/" + identity, text);
  }

  private Line ofPerson(CountedPost post) {
    Mention mention = post.mention();
    KeptPost kept = post.kept();
    String key = mention.source() + '/' + kept.postId();
    Standing standing = post.standing();
    if (standing == null) {
      boolean timeless = mention.createdAt() == Post.NO_TIME;
      String at = timeless ? null : Json.time(mention.createdAt());
      return new Line(
          timeless ? Long.MAX_VALUE : mention.createdAt(),
          key,
          Json.object(json -> writeWithdrawal(json, mention, kept, at)));
    }
    return new Line(
        post.start(),
        key,
        Json.object(
            json -> {
              writeCount(json, post, standing);
              writePost(json, mention, kept);
              writeOrigin(json, mention);
              if (kept.withdrawn()) {
                json.writeBooleanField(WithdrawnTexts.FIELD, true);
              }
            }));
  }

  private static void writeWithdrawal(
      JsonGenerator json, Mention mention, KeptPost kept, @Nullable String at) throws IOException {
    json.writeStringField("source", mention.source());
    json.writeStringField("id", kept.postId());
    json.writeStringField("identity", hex(mention.identity()));
    json.writeBooleanField(WithdrawnTexts.DELETED, true);
    json.writeStringField("at", at);
  }

  private static void writeCount(JsonGenerator json, CountedPost post, Standing standing)
      throws IOException {
    json.writeStringField("source", post.mention().source());
    json.writeStringField("id", post.kept().postId());
    writeTimes(json, post);
    json.writeBooleanField("late", standing != Standing.IN_TIME);
    json.writeStringField("counted", standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static void writeTimes(JsonGenerator json, CountedPost post) throws IOException {
    json.writeStringField("created_at", Json.time(post.mention().createdAt()));
    json.writeStringField("bucket_start", Json.time(post.start()));
  }

  private static void writePost(JsonGenerator json, Mention mention, KeptPost kept)
      throws IOException {
    json.writeStringField("lang", kept.lang());
    json.writeStringField("text", kept.withdrawn() ? null : kept.text());
    json.writeStringField("url", kept.url());
    json.writeStringField("author", kept.withdrawn() ? null : hex(mention.author()));
    json.writeNumberField("probability", Json.figure(kept.probability()));
    json.writeBooleanField("directed", kept.directed());
    writeAll(json, "subjects", mention.subjects());
    writeAll(json, "products", kept.products());
    writeAll(json, "components", kept.components());
    writeAll(json, "regions", kept.regions());
    writeAll(json, "symptoms", kept.symptoms());
    writeAll(json, "tags", kept.tags());
    json.writeStringField("link", kept.link() == 0 ? null : hex(kept.link()));
    json.writeStringField("in_reply_to", kept.inReplyTo());
  }

  /** What was judged before it was said by what, was judged as the job began. */
  private void writeOrigin(JsonGenerator json, Mention mention) throws IOException {
    KeptPost kept = mention.kept();
    boolean said = kept != null && !kept.catalogueVersion().isEmpty();
    json.writeStringField("identity", hex(mention.identity()));
    json.writeStringField("record", hex(mention.record()));
    boolean nothingClosed = mention.closed() == ArrivalRule.NONE_CLOSED;
    json.writeStringField("closed_until", nothingClosed ? null : Json.time(mention.closed() + 1));
    json.writeStringField("catalogue_version", said ? kept.catalogueVersion() : catalogueVersion);
    json.writeStringField("policy_version", said ? kept.policyVersion() : policyVersion);
    json.writeStringField("triage_version", said ? kept.triageVersion() : triageVersion);
  }

  private static void writeAll(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String hex(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }
}
