/** Another version of the job, in the middle of a surge. */
@NullMarked
package io.groundswell.chaos.upgrade;

import org.jspecify.annotations.NullMarked;
