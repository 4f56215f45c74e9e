package io.groundswell.state.bootstrap;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What came before a job begins, in whatever shape it was kept. */
public interface Past {

  /**
   * Adds the operators that learn from it, under the live job's uids. The source stays at its end,
   * and what passes {@link UpToEnd} says so.
   */
  void add(StreamExecutionEnvironment env);
}
