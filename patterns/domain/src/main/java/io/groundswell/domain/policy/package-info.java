/** The policy: what the user decides, in plain words. */
@NullMarked
package io.groundswell.domain.policy;

import org.jspecify.annotations.NullMarked;
