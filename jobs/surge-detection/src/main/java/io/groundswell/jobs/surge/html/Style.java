package io.groundswell.jobs.surge.html;

/** What all pages look like, in light and in the dark. */
final class Style {
  /** Colours, and the parts of plots. */
  static final String COMMON =
      """
      :root { color-scheme: light dark; --ink: #1b2430; --dim: #55606e; --paper: #ffffff; --line: #d5dbe3;
        --box: #f4f6f9; --good: #0b6b3a; --bad: #a8151b; --band: #f6dfa6; --link: #0b57a4;
        --c0: #5b84b8; --c1: #b3470f; --c2: #0b6b3a; --c3: #6a3ea1; --c4: #0b57a4; --c5: #7a5c00;
        --c6: #a3246e; --c7: #55606e; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --dim: #a9b4c2; --paper: #14181e;
        --line: #3a4350; --box: #1e242d; --good: #6fd39b; --bad: #ff9a94; --band: #4b4021; --link: #8dc1ff;
        --c0: #6f97cb; --c1: #ffa26b; --c2: #6fd39b; --c3: #c9a6f5; --c4: #8dc1ff; --c5: #e2c45c;
        --c6: #f59bd0; --c7: #a9b4c2; } }
      svg { width: 100%; height: auto; display: block; } svg text { font: 12px system-ui, sans-serif; fill: var(--dim); }
      svg .grid { stroke: var(--line); } svg .tick { stroke: var(--dim); } svg .band { fill: var(--band); opacity: .6; }
      svg line.mark { stroke: var(--bad); stroke-width: 1.5; } svg text.mark { fill: var(--bad); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
      svg path, svg line[class^=s] { stroke-width: 1.8; } svg path[class^=s] { fill: none; }
      .s0 { stroke: var(--c0); } .s1 { stroke: var(--c1); } .s2 { stroke: var(--c2); stroke-dasharray: 7 3; }
      .s3 { stroke: var(--c3); stroke-dasharray: 2 3; } .s4 { stroke: var(--c4); stroke-dasharray: 9 3 2 3; }
      .s5 { stroke: var(--c5); stroke-dasharray: 12 4; } .s6 { stroke: var(--c6); }
      .s7 { stroke: var(--c7); stroke-dasharray: 5 5; }
      .f0 { fill: var(--c0); } .f1 { fill: var(--c1); } .f2 { fill: var(--c2); } .f3 { fill: var(--c3); }
      .f4 { fill: var(--c4); } .f5 { fill: var(--c5); } .f6 { fill: var(--c6); } .f7 { fill: var(--c7); }
      svg .thick path, svg line.thick { stroke-width: 4; }
      """;

  private Style() {}
}
