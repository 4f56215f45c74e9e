package io.groundswell.jobs.notification.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.UnreadableNotice;
import io.groundswell.jobs.notification.notice.Updates;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private static final Condition ANYTHING =
      new Condition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Condition.FAULTS, null);
  private static final Route OTHERWISE =
      route("default", ANYTHING, List.of(), List.of("pager"), List.of("chat"));

  private static Route route(
      String name, Condition when, List<String> to, List<String> page, List<String> chat) {
    return new Route(name, when, to, page, chat, List.of("mail"), null);
  }

  private static Notice notice(String status, String severity) throws UnreadableNotice {
    return Updates.of("shop", 1, status, severity).in("IT").in("US-CA").notice();
  }

  @Test
  void urgentOnesPageAndOthersChat() throws Exception {
    Routes routes = new Routes(List.of(), OTHERWISE);
    assertThat(routes.told(notice("opened", "SEV2")))
        .isEqualTo(new Routes.Told(Set.of("pager"), Set.of("mail"), false));
    assertThat(routes.told(notice("opened", "SEV3")))
        .isEqualTo(new Routes.Told(Set.of("chat"), Set.of(), false));
  }

  @Test
  void whatTwoRoutesTakeIsToldToEachOnceAndNotToTheDefault() throws Exception {
    Condition shop =
        new Condition(
            Set.of("team-shop"), Set.of(), Set.of(), Set.of(), Set.of(), Condition.FAULTS, null);
    Condition california =
        new Condition(
            Set.of(), Set.of(), Set.of(), Set.of("US"), Set.of(Severity.SEV1), Set.of(), null);
    Routes routes =
        new Routes(
            List.of(
                route("shop", shop, List.of("hook"), List.of("shop-pager"), List.of()),
                route("us", california, List.of("hook", "us"), List.of(), List.of())),
            OTHERWISE);
    assertThat(routes.told(notice("opened", "SEV1")).to())
        .containsExactly("shop-pager", "hook", "us");
    assertThat(routes.told(notice("opened", "SEV2")).to()).containsExactly("shop-pager", "hook");
    Notice other = Updates.of("mail", 1, "opened", "SEV1").notice();
    assertThat(routes.told(other))
        .isEqualTo(new Routes.Told(Set.of("pager"), Set.of("mail"), false));
  }

  @Test
  void whatIsRecordedOnlyTakesNoRouteThatDoesNotNameIt() throws Exception {
    Routes routes = new Routes(List.of(), OTHERWISE);
    Notice chatter = Updates.of("shop", 1, "opened", "SEV4").with("kind", "chatter").notice();
    assertThat(routes.told(chatter).to()).isEmpty();
  }

  /** 2026-03-06 is a Friday; Berlin is an hour ahead of UTC. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-06T16:59:00Z, false",
    "2026-03-06T17:00:00Z, true",
    "2026-03-07T06:59:00Z, true",
    "2026-03-07T07:00:00Z, false",
    "2026-03-07T18:00:00Z, false",
    "2026-03-06T05:00:00Z, false"
  })
  void aNightBelongsToTheDayOnWhichItBegins(Instant moment, boolean hold) {
    Hours fridayNight =
        new Hours(
            Set.of(DayOfWeek.FRIDAY),
            LocalTime.of(18, 0),
            LocalTime.of(8, 0),
            ZoneId.of("Europe/Berlin"));
    assertThat(fridayNight.hold(moment.toEpochMilli())).isEqualTo(hold);
  }
}
