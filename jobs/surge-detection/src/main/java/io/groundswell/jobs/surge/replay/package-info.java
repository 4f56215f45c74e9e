/** Posts that were kept, counted again. */
@NullMarked
package io.groundswell.jobs.surge.replay;

import org.jspecify.annotations.NullMarked;
