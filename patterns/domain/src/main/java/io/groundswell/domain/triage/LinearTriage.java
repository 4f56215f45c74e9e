package io.groundswell.domain.triage;

import io.groundswell.domain.post.Post;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Triage by a linear model over hashed features. Instances are cheap and share their weights; each
 * thread needs its own.
 */
public final class LinearTriage implements Triage {
  private final LinearModel model;
  private final TextFeatures features = new TextFeatures();

  /** Judges by {@code model}. */
  public LinearTriage(LinearModel model) {
    this.model = model;
  }

  /** Judges by the weights that come with Groundswell. */
  public static LinearTriage shipped() {
    return new LinearTriage(shippedModel());
  }

  /** The weights that come with Groundswell. */
  public static LinearModel shippedModel() {
    return Shipped.MODEL;
  }

  @Override
  public double complaint(Post post) {
    return complaint(post.text());
  }

  @Override
  public String version() {
    return model.version();
  }

  /** Probability that a text reports a problem, 0 to 1. */
  public double complaint(String text) {
    return model.probability(score(text));
  }

  double score(String text) {
    int count = features.read(text);
    return model.score(features.indices(), count);
  }

  /** Loaded when first asked for. */
  private static final class Shipped {
    static final LinearModel MODEL = load();

    private static LinearModel load() {
      try (InputStream in = LinearTriage.class.getResourceAsStream("weights.bin.gz")) {
        if (in == null) {
          throw new IllegalStateException("The triage weights are not on the classpath");
        }
        return LinearModel.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
