package io.groundswell.jobs.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.route.Condition;
import io.groundswell.jobs.notification.route.Route;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HeartbeatsTest {
  @Test
  void eachSwitchIsCalledOnceAMinuteWhateverItAnswers() throws Exception {
    try (FarSide side = new FarSide(asked -> FarSide.Said.of(500, "no"));
        Web web = new Web()) {
      VirtualLoop loop = new VirtualLoop(0);
      Condition any =
          new Condition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null);
      Route watched =
          new Route(
              "a",
              any,
              List.of("x"),
              List.of(),
              List.of(),
              List.of(),
              URI.create(side.address() + "/beat"));
      Route other = new Route("b", any, List.of("x"), List.of(), List.of(), List.of(), null);
      new Heartbeats(loop, web, List.of(watched, other)).start();
      loop.pass(179);
      while (side.asked().size() < 3) {
        Thread.onSpinWait();
      }
      assertThat(side.asked()).hasSize(3).allMatch(asked -> asked.path().equals("/beat"));
    }
  }
}
