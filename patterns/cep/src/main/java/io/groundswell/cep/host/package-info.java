/** The operator that runs patterns as data, several at a time, and changes them while it runs. */
package io.groundswell.cep.host;
