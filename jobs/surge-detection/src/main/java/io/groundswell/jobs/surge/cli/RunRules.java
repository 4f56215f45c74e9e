package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.DraftFiles;
import io.groundswell.jobs.surge.settings.PatternFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.Privacy;
import java.nio.file.Path;
import java.util.List;

/** What the streaming job decides by, from the files that its settings name. */
public final class RunRules {
  private RunRules() {}

  /** Reads the files. */
  public static Rules of(RunSettings settings) {
    Catalogue catalogue = CatalogueFile.read(Path.of(settings.catalogue()));
    Policy policy =
        settings.policy() == null
            ? Policy.defaults()
            : PolicyFile.read(Path.of(settings.policy()), catalogue);
    Privacy privacy = settings.privacy();
    String weights = settings.weights();
    String patterns = settings.patterns();
    return new Rules(
        catalogue,
        policy,
        patterns == null ? List.of() : PatternFile.read(Path.of(patterns), policy),
        weights == null ? LinearTriage.shippedModel() : Weights.read("weights", Path.of(weights)),
        privacy.keyed() ? Pseudonyms.keyed(privacy.authorKey()) : Pseudonyms.UNKEYED,
        DraftFiles.read(
            settings.drafts().templates() == null ? null : Path.of(settings.drafts().templates()),
            settings.drafts().language()));
  }
}
