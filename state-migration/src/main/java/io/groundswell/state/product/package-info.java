/** What a savepoint knows of one product: taken out, put into another one, forgotten. */
@NullMarked
package io.groundswell.state.product;

import org.jspecify.annotations.NullMarked;
