package io.groundswell.jobs.benchmark.throughput;

/** Looks on while a run is measured. */
interface Observer {
  /** Looks at nothing. */
  Observer NONE =
      new Observer() {
        @Override
        public void begin() {
          // Nothing.
        }

        @Override
        public void end() {
          // Nothing.
        }
      };

  /** The measured part begins. */
  void begin() throws Exception;

  /** The measured part is over. */
  void end() throws Exception;
}
