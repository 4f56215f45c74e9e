/** Voices: how many people speak, where one may post from many accounts. */
@NullMarked
package io.groundswell.domain.voice;

import org.jspecify.annotations.NullMarked;
