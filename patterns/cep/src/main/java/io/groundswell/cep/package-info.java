/** The CEP patterns over scored buckets. */
package io.groundswell.cep;
