/** Triage: which posts are complaints. */
@NullMarked
package io.groundswell.domain.triage;

import org.jspecify.annotations.NullMarked;
