/** A page per incident, which somebody who was woken up can read on a phone. */
@NullMarked
package io.groundswell.jobs.surge.page;

import org.jspecify.annotations.NullMarked;
