/** Settings files: run, catalogue and policy, read from YAML, each mistake told in one line. */
@NullMarked
package io.groundswell.jobs.surge.settings;

import org.jspecify.annotations.NullMarked;
