package io.groundswell.domain.change;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.RegionNames;
import io.groundswell.domain.catalogue.ServiceNames;
import io.groundswell.domain.catalogue.Subject;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of a catalogue a change event is about. Built once; immutable and safe to share
 * between threads.
 */
public final class ChangeRecogniser implements Serializable {
  private final ServiceNames services;
  private final RegionNames regions;

  /** Reads the names of a catalogue that has no {@link Catalogue#problems()}. */
  public ChangeRecogniser(Catalogue catalogue) {
    services = new ServiceNames(catalogue);
    regions = new RegionNames(catalogue);
  }

  /**
   * The change to a product of the catalogue; null where it is about none, or may be about several.
   *
   * @param closed the last moment whose bucket had closed when the event arrived, epoch
   *     milliseconds
   */
  public @Nullable Change recognise(ChangeEvent event, long closed) {
    Subject subject = services.find(event.product(), event.component());
    return subject == null
        ? null
        : new Change(
            event.id(),
            event.at(),
            closed,
            event.kind(),
            Objects.requireNonNull(subject.product()),
            subject.component(),
            regions.around(event.regions()),
            event.summary(),
            event.link());
  }
}
