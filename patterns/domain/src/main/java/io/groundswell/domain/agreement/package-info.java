/** What many distinct voices suddenly say alike: evidence beyond the count. */
@NullMarked
package io.groundswell.domain.agreement;

import org.jspecify.annotations.NullMarked;
