/** The catalogue: products, components and regions, and how a post is seen to be about them. */
@NullMarked
package io.groundswell.domain.catalogue;

import org.jspecify.annotations.NullMarked;
