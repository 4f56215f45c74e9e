/** What people are told of an incident, in words that somebody tired can act on. */
@NullMarked
package io.groundswell.domain.briefing;

import org.jspecify.annotations.NullMarked;
