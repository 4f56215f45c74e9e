/** Making weights of the triage model, and saying what they are made of. */
@NullMarked
package io.groundswell.jobs.surge.train;

import org.jspecify.annotations.NullMarked;
