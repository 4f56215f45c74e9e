/** What a catalogue lacks: the names in complaints, and a catalogue made of them. */
@NullMarked
package io.groundswell.domain.proposal;

import org.jspecify.annotations.NullMarked;
