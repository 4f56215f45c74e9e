package io.groundswell.jobs.surge.settings;

import java.io.Serializable;

/**
 * Topics that say how people stand to incidents. They are created where they are missing.
 *
 * @param verdicts answers to incidents, keyed by incident; default {@code verdicts}
 * @param mutes mutes, keyed by their id; default {@code mutes}
 */
public record AnswerTopics(String verdicts, String mutes) implements Serializable {
  static final AnswerTopics DEFAULT = new AnswerTopics("verdicts", "mutes");
}
