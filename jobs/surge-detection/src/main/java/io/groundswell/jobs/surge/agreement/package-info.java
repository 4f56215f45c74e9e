/** Complaints are heard together: who says what others say, and what many suddenly say. */
@NullMarked
package io.groundswell.jobs.surge.agreement;

import org.jspecify.annotations.NullMarked;
