/** The lead ledger: incidents and the support queue, held against each other. */
@NullMarked
package io.groundswell.domain.lead;

import org.jspecify.annotations.NullMarked;
