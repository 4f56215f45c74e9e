/**
 * What networks deliver, read verbatim as posts; {@code RATIONALE.md} says what is taken whence.
 */
@NullMarked
package io.groundswell.jobs.surge.connector.format;

import org.jspecify.annotations.NullMarked;
