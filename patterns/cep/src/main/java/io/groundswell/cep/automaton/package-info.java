/**
 * The one place that knows the insides of Flink's CEP library: its automaton, its shared buffer and
 * their state, which are no public interface and may change with a version of Flink.
 */
package io.groundswell.cep.automaton;
