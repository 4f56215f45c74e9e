package io.groundswell.jobs.surge.page;

/** What an incident's page looks like: made for a phone, in two columns where there is room. */
final class IncidentStyle {
  static final String CSS =
      """
      :root { --warm: #fff4e0; --land: #b4bfcc; --spot: #a8151b; --fill: #dbe6f4; }
      @media (prefers-color-scheme: dark) { :root { --warm: #2b2414; --land: #465263; --spot: #ff9a94; --fill: #24344a; } }
      * { box-sizing: border-box; }
      html { -webkit-text-size-adjust: 100%; }
      body { font: 17px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0;
        overflow-wrap: anywhere; }
      main { max-width: 64rem; margin: 0 auto; padding: 1rem 1rem 2rem; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: .6rem 0 .5rem; }
      h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .5rem; }
      h3 { font-size: .95rem; font-weight: 600; color: var(--dim); margin: 1rem 0 .4rem; }
      p { margin: .4rem 0; } a { color: var(--link); } .dim, small { color: var(--dim); } small { font-size: .88rem; }
      .good { color: var(--good); } .bad { color: var(--bad); }
      .chips { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; margin: 0; } .chips .dim { font-size: .92rem; }
      .chip { border-radius: 1rem; padding: .1rem .75rem; font-weight: 700; border: 2px solid var(--dim); }
      .chip.sev1 { background: #a8151b; border-color: #a8151b; color: #fff; } .chip.sev2 { background: #a34400; border-color: #a34400; color: #fff; }
      .chip.sev3 { background: #6b5900; border-color: #6b5900; color: #fff; } .chip.sev4 { background: #4b5665; border-color: #4b5665; color: #fff; }
      .chip.escalated, .chip.reopened { border-color: var(--bad); color: var(--bad); }
      .chip.resolved { border-color: var(--good); color: var(--good); }
      .lede { margin: 0; }
      .next { background: var(--warm); border-left: .3rem solid #c07a00; border-radius: .4rem; padding: .8rem 1rem; margin: 1.1rem 0 0; }
      .next.resolved { background: var(--box); border-left-color: var(--good); }
      .next ul { list-style: none; margin: 0; padding: 0; } .next li { padding: .35rem 0; }
      .next small { display: block; } .next a, .links a { display: inline-block; padding: .55rem 0; margin: -.3rem 0; font-weight: 600; }
      .do a { padding: .6rem 1.1rem; margin: 0; border-radius: .4rem; background: #0b57a4; color: #fff; text-decoration: none; }
      section { margin: 2rem 0 0; }
      ol, ul { margin: .3rem 0; padding: 0 0 0 1.6rem; } .plain, .times, ul.bars { list-style: none; padding: 0; }
      .plain > li { margin: 0 0 .8rem; } .plain small { display: block; } .links > li { margin: 0 0 .5rem; }
      .bars li { margin: 0 0 .6rem; } .bars li::marker { color: var(--dim); }
      .bar { display: flex; justify-content: space-between; gap: .8rem; padding: .15rem .5rem; border-radius: .3rem;
        background: linear-gradient(var(--fill) 0 0) 0 0 / calc(100% * var(--share)) 100% no-repeat var(--box); }
      .bar span { white-space: nowrap; font-variant-numeric: tabular-nums; } .bars small { display: block; font-size: .84rem; padding: .1rem .5rem 0; }
      blockquote { margin: .3rem 0; padding: .1rem .8rem; border-inline-start: .2rem solid var(--line); }
      .calm::before { content: "✓ "; color: var(--good); font-weight: 700; }
      .times { border-left: .15rem solid var(--line); margin: .6rem 0 0 .35rem; }
      .times li { position: relative; display: flex; gap: .8rem; padding: .15rem 0 .15rem 1rem; margin-top: var(--gap); }
      .times li::before { content: ""; position: absolute; left: -.4rem; top: .65rem; width: .65rem; height: .65rem;
        border-radius: 50%; background: var(--link); }
      .times time { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; } .times small { display: block; }
      .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .94rem; margin: .6rem 0; }
      caption { text-align: left; color: var(--dim); padding-bottom: .3rem; }
      th, td { text-align: left; font-weight: normal; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid var(--line); }
      thead th { color: var(--dim); } .n { text-align: right; font-variant-numeric: tabular-nums; }
      details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; padding: 0 .8rem; }
      summary { padding: .65rem 0; font-weight: 600; cursor: pointer; }
      .copy { background: var(--box); border-radius: .3rem; padding: .6rem .8rem; margin: 0 0 .7rem; user-select: all; -webkit-user-select: all; }
      footer { margin-top: 2.4rem; border-top: 1px solid var(--line); color: var(--dim); font-size: .85rem; }
      footer dl { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; } footer div { display: flex; gap: .4rem; } footer dt { white-space: nowrap; } footer dd { margin: 0; font-family: ui-monospace, monospace; }
      svg line.mark { stroke: var(--ink); stroke-dasharray: 3 2; } svg text.mark { fill: var(--ink); }
      .land { stroke: var(--land); stroke-linecap: round; fill: none; }
      .map circle { fill: var(--spot); fill-opacity: .55; stroke: var(--spot); stroke-width: 1.2; }
      .map text { fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
      @media (min-width: 60rem) { .rest { columns: 2; column-gap: 3rem; } .rest section { break-inside: avoid; margin: 0; padding-top: 2rem; } }
      @media print { details { border: 0; } .next { border: 1px solid #888; } }
      """;

  private IncidentStyle() {}
}
