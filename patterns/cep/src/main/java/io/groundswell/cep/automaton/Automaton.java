package io.groundswell.cep.automaton;

import io.groundswell.domain.pattern.Signal;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.configuration.Configuration;

/** One pattern, ready to be run for any number of groups. */
public final class Automaton {
  private final NFA<Signal> nfa;
  private final AfterMatchSkipStrategy skip;

  private Automaton(NFA<Signal> nfa, AfterMatchSkipStrategy skip) {
    this.nfa = nfa;
    this.skip = skip;
  }

  /** The automaton of a pattern. */
  public static Automaton of(Pattern<Signal, ?> pattern, RuntimeContext context) throws Exception {
    NFA<Signal> nfa = NFACompiler.compileFactory(pattern, false).createNFA();
    nfa.open(context, new Configuration());
    return new Automaton(nfa, pattern.getAfterMatchSkipStrategy());
  }

  /** Its run for the current key, with the partial matches that the memory has of it. */
  public Run run(Memory memory) throws Exception {
    NFAState known = memory.load();
    return new Run(nfa, skip, memory, known == null ? nfa.createInitialNFAState() : known);
  }
}
