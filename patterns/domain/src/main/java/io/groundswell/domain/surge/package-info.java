/** Surges: when a subject's evidence opens, worsens and ends one. */
@NullMarked
package io.groundswell.domain.surge;

import org.jspecify.annotations.NullMarked;
