package io.groundswell.domain.volume;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a post that counts, beside its {@link Mention}: personal data is masked.
 *
 * @param postId the post's id within its source
 * @param lang primary language subtag, lower case; empty where nothing tells
 * @param text at most {@value #LONGEST} characters
 * @param url where it can be read, or null
 * @param probability that it is a complaint, 0 to 1
 * @param directed it addresses a product
 * @param products ids
 * @param components keys
 * @param regions ids
 * @param symptoms what is wrong, in words that all languages share
 * @param tags labels that the source gives
 * @param link hash of the first link or telephone number in it; 0 without
 * @param inReplyTo id of the post that it answers, or null
 * @param withdrawn it was taken back: nothing that anybody wrote is here
 * @param catalogueVersion the catalogue by which it was judged; empty where that is not known
 * @param policyVersion the policy by which it was; empty where that is not known
 * @param triageVersion the weights by which it was; empty where that is not known
 */
public record KeptPost(
    String postId,
    String lang,
    String text,
    @Nullable String url,
    double probability,
    boolean directed,
    List<String> products,
    List<String> components,
    List<String> regions,
    List<String> symptoms,
    List<String> tags,
    long link,
    @Nullable String inReplyTo,
    boolean withdrawn,
    String catalogueVersion,
    String policyVersion,
    String triageVersion) {
  /** Longer texts are cut. */
  public static final int LONGEST = 4_000;

  /** State of version 0.3 knows of no versions. */
  public KeptPost {
    catalogueVersion = Objects.requireNonNullElse(catalogueVersion, "");
    policyVersion = Objects.requireNonNullElse(policyVersion, "");
    triageVersion = Objects.requireNonNullElse(triageVersion, "");
  }

  /** That a post was withdrawn, by its author or its platform. */
  public static KeptPost withdrawalOf(String postId) {
    return new KeptPost(
        postId, "", "", null, 0, false, List.of(), List.of(), List.of(), List.of(), List.of(), 0,
        null, true, "", "", "");
  }

  /** The same without what was written; what was made of it stays, so that sums do. */
  public KeptPost struck() {
    return new KeptPost(
        postId,
        lang,
        "",
        null,
        probability,
        directed,
        products,
        components,
        regions,
        symptoms,
        List.of(),
        0,
        inReplyTo,
        true,
        catalogueVersion,
        policyVersion,
        triageVersion);
  }
}
