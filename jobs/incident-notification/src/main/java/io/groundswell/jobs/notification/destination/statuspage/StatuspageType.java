package io.groundswell.jobs.notification.destination.statuspage;

import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.destination.Struck;
import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;

/** {@code type: statuspage}. */
public final class StatuspageType implements DestinationType {
  @Override
  public String name() {
    return "statuspage";
  }

  @Override
  public Destination open(Block block, Web web) {
    Secret token = block.secret("token");
    String page = block.text("page");
    if (!page.matches("[A-Za-z0-9]{1,50}")) {
      throw block.wrong(
          "page", "'" + page + "' is no page's id", "take it from the page's API info");
    }
    URI address = block.address("address", "https://api.statuspage.io");
    Calls calls = new Calls(web, Struck.of(token), Calls.timeout(block, Web.TIMEOUT));
    URI templates = address.resolve("/v1/pages/" + page + "/incident_templates");
    return new Statuspage(templates, token, calls);
  }
}
