package io.groundswell.jobs.history.connector;

import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.flink.CatalogLoader;

/** Opens a warehouse's catalogue on the machine that writes. */
public final class WarehouseLoader implements CatalogLoader {
  private static final long serialVersionUID = 1;

  private final Place place;

  /** The catalogue of a warehouse. */
  public WarehouseLoader(Place place) {
    this.place = place;
  }

  @Override
  public Catalog loadCatalog() {
    return Warehouse.catalog(place);
  }

  @Override
  @SuppressWarnings({"MethodDoesntCallSuperMethod", "checkstyle:NoClone"})
  public CatalogLoader clone() {
    return new WarehouseLoader(place);
  }
}
