/** The traditional channel: support contacts, against which the lead of an incident is measured. */
@NullMarked
package io.groundswell.domain.contact;

import org.jspecify.annotations.NullMarked;
