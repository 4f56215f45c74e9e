/** Change events: what the company did, and which of it may be the cause of an incident. */
@NullMarked
package io.groundswell.domain.change;

import org.jspecify.annotations.NullMarked;
