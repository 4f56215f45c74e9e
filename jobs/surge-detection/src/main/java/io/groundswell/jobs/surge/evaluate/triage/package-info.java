/** How well triage tells complaints from chatter, on posts that people have labelled. */
@NullMarked
package io.groundswell.jobs.surge.evaluate.triage;

import org.jspecify.annotations.NullMarked;
