package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.catalogue.Languages;
import io.groundswell.domain.catalogue.Recognition;
import io.groundswell.domain.post.Masking;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.report.SymptomReader;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.jobs.surge.Rules;
import java.io.Serializable;
import java.util.Set;

/** What is kept of posts that count: all that was made of them, and their texts, masked. */
public final class Keeping implements Serializable {
  private static final long serialVersionUID = 1;

  private final Set<String> ownNames;
  private final String catalogueVersion;
  private final String policyVersion;
  private final String triageVersion;
  private transient SymptomReader symptoms;

  /** Leaves the accounts of the catalogue as they are, since they say what a post is about. */
  public Keeping(Rules rules) {
    this.ownNames = Masking.names(rules.catalogue().handles());
    this.catalogueVersion = rules.catalogue().version();
    this.policyVersion = rules.policy().version();
    this.triageVersion = rules.model().version();
  }

  /**
   * What is kept of a post. Not safe for use by several threads.
   *
   * @param masked as {@link #masked} gives it
   * @param link hash of the first link or telephone number in it; 0 without
   */
  KeptPost of(Post post, Verdict verdict, String masked, long link) {
    if (symptoms == null) {
      symptoms = new SymptomReader();
    }
    Recognition recognition = verdict.recognition();
    return new KeptPost(
        post.id(),
        Languages.of(post.lang(), post.text()),
        masked,
        post.url(),
        verdict.probability(),
        recognition.directed(),
        recognition.products(),
        recognition.components(),
        recognition.regions(),
        symptoms.read(post.text()),
        post.tags().stream().map(tag -> Masking.mask(tag, ownNames)).toList(),
        link,
        post.inReplyTo(),
        false,
        catalogueVersion,
        policyVersion,
        triageVersion);
  }

  /** A text as it may be kept. Cut a first time before, since that takes as long as the text. */
  String masked(String text) {
    return cut(Masking.mask(cut(text, 2 * KeptPost.LONGEST), ownNames), KeptPost.LONGEST);
  }

  /** Where a word ends, unless that is far: half a number is not recognised. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most);
    int end = space > most / 2 ? space : most;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
