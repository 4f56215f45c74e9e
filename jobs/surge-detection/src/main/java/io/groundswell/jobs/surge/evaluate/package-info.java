/** How good the detection is: measured on streams whose surges are known. */
@NullMarked
package io.groundswell.jobs.surge.evaluate;

import org.jspecify.annotations.NullMarked;
