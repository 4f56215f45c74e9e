/** Baselines: what is normal for a subject at this hour, and how unusual a bucket is against it. */
@NullMarked
package io.groundswell.domain.baseline;

import org.jspecify.annotations.NullMarked;
