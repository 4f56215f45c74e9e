/** Incidents: what people act on. */
@NullMarked
package io.groundswell.domain.incident;

import org.jspecify.annotations.NullMarked;
