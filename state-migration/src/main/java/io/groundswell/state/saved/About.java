package io.groundswell.state.saved;

import org.jspecify.annotations.Nullable;

/**
 * What an entry of keyed state is about.
 *
 * @param key the operator's key
 * @param mapKey of a map, the key in it; else null
 */
public record About(Object key, @Nullable Object mapKey) {}
