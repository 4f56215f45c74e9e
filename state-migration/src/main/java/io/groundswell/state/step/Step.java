package io.groundswell.state.step;

import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.util.List;

/**
 * From one version of what the job remembers to the next. A step knows the states by name and by
 * the types of then, which it keeps a copy of where the job has changed them since.
 */
public interface Step {
  /** The version that it takes, such as {@code 0.1}. */
  String from();

  /** The version that it gives. */
  String to();

  /** What it changes, and what is lost by it, a line each, for people. */
  List<String> says();

  /**
   * What becomes of operators and states.
   *
   * @param from a savepoint of the version that it takes
   */
  Edits edits(Savepoint from) throws IOException, UnfitSavepoint;
}
