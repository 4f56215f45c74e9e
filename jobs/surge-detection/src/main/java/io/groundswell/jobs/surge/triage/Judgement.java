package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Recogniser;
import io.groundswell.domain.catalogue.Recognition;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.report.WorksAgain;
import io.groundswell.domain.triage.ComplaintRule;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.domain.triage.Triage;
import io.groundswell.domain.triage.Voice;
import io.groundswell.domain.triage.Voices;
import io.groundswell.jobs.surge.Rules;
import java.io.Serializable;
import java.util.List;

/** Judges posts: a complaint or not, and about what. Builds its model and index on first use. */
public final class Judgement implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Recognition NOTHING =
      new Recognition(List.of(), List.of(), List.of(), false);

  private final Catalogue catalogue;
  private final LinearModel model;
  private final ComplaintRule rule;
  private final Voices voices;
  private transient Recogniser recogniser;
  private transient Triage triage;

  /** Judges by a catalogue, the thresholds of a policy and the shipped weights. */
  public Judgement(Catalogue catalogue, Policy policy) {
    this(catalogue, policy, LinearTriage.shippedModel());
  }

  /** Judges by a catalogue, the thresholds of a policy and a model. */
  public Judgement(Catalogue catalogue, Policy policy, LinearModel model) {
    this.catalogue = catalogue;
    this.model = model;
    this.rule = new ComplaintRule(policy.complaintDirected(), policy.complaintOpen());
    this.voices = new Voices(catalogue.handles());
  }

  /** Judges by rules, with what recognises the names of their catalogue. */
  static Judgement of(Rules rules, Recogniser recogniser) {
    Judgement judgement = new Judgement(rules.catalogue(), rules.policy(), rules.model());
    judgement.recogniser = recogniser;
    return judgement;
  }

  /**
   * Judges a post that is to be counted if it is a complaint: of what is chatter wherever it is
   * directed, nobody asks what it is about. That spares most posts the search for names.
   */
  public Verdict judgeToCount(Post post) {
    prepare();
    double probability = triage.complaint(post);
    boolean chatter = !rule.isComplaint(probability, true) && !rule.isComplaint(probability, false);
    return chatter
        ? new Verdict(probability, false, Voice.PERSON, NOTHING)
        : judge(post, probability);
  }

  private void prepare() {
    if (recogniser == null) {
      recogniser = new Recogniser(catalogue);
    }
    if (triage == null) {
      triage = new LinearTriage(model);
    }
  }

  /** What a post is about. */
  public Recognition recognise(Post post) {
    prepare();
    return recogniser.recognise(post);
  }

  /** How likely a post is a complaint, 0 to 1. Not safe for use by several threads. */
  public double probability(Post post) {
    prepare();
    return triage.complaint(post);
  }

  /** Whether the company itself speaks. */
  public boolean isCompany(Post post) {
    return post.author().handle() != null && voices.of(post) == Voice.COMPANY;
  }

  /** Judges a post in full. Not safe for use by several threads. */
  public Verdict judge(Post post) {
    prepare();
    return judge(post, triage.complaint(post));
  }

  private Verdict judge(Post post, double probability) {
    Recognition recognition = recogniser.recognise(post);
    boolean directed = recognition.directed() || catalogue.products().isEmpty();
    Voice voice = voices.of(post);
    boolean complaint = voice == Voice.PERSON && isComplaint(post, probability, directed);
    return new Verdict(probability, complaint, voice, recognition);
  }

  /**
   * Who says that it works again names the fault, too, and so looks like a complaint to a model
   * that asks for little: only what would be one on an open stream is.
   */
  public boolean isComplaint(Post post, double probability, boolean directed) {
    return rule.isComplaint(probability, false)
        || (rule.isComplaint(probability, directed) && !WorksAgain.says(post.text()));
  }
}
