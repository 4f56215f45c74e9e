package io.groundswell.cep.host;

import io.groundswell.cep.PatternCompiler;
import io.groundswell.cep.automaton.Automaton;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Roster;
import io.groundswell.domain.pattern.Tenure;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.RuntimeContext;

/** The automatons of the versions that are known, each compiled when it is first asked for. */
final class Compiled {
  private final PatternCompiler compiler;
  private final RuntimeContext context;
  private final Map<OpenRun, Automaton> automatons = new HashMap<>();

  Compiled(Regions regions, RuntimeContext context) {
    this.compiler = new PatternCompiler(regions);
    this.context = context;
  }

  Automaton of(Tenure tenure) throws Exception {
    OpenRun run = OpenRun.of(tenure);
    Automaton known = automatons.get(run);
    if (known == null) {
      known = Automaton.of(compiler.compile(tenure.rule()), context);
      automatons.put(run, known);
    }
    return known;
  }

  /** Forgets versions that the roster does not know any more. */
  void keep(Roster roster) {
    Set<OpenRun> known =
        roster.tenures().stream().map(OpenRun::of).collect(Collectors.toUnmodifiableSet());
    automatons.keySet().retainAll(known);
  }
}
