package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Post;
import java.io.Serializable;
import java.util.List;

/**
 * Tells which products, components and regions of a catalogue a post is about. Built once;
 * immutable and safe to share between threads. One pass over the folded text finds every name.
 */
public final class Recogniser implements Serializable {
  private final Names names;

  /** Reads the names of a catalogue that has no {@link Catalogue#problems()}. */
  public Recogniser(Catalogue catalogue) {
    this.names = new Names(catalogue);
  }

  /** What the post is about, by its text, its tags and its place. */
  public Recognition recognise(Post post) {
    Findings findings = new Findings(names);
    List<String> tags = post.tags();
    for (int i = 0; i < tags.size(); i++) {
      findings.addTag(names.tagged(tags.get(i)));
    }
    String text = Folding.fold(post.text());
    if (Hashtags.in(post.text())) {
      text += Hashtags.apart(post.text());
      names.hashtags().find(post.text(), findings);
    }
    findings.addText(text, names.trie().find(text));
    findings.addPlace(Gazetteer.place(post));
    String answered = post.inReplyTo();
    return findings.recognition(answered != null && !answered.isEmpty());
  }
}
