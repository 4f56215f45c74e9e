package io.groundswell.jobs.notification;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.groundswell.jobs.surge.ArchitectureTest;

/** The walls of the house hold here as well. */
@AnalyzeClasses(
    packages = "io.groundswell.jobs.notification",
    importOptions = ImportOption.DoNotIncludeTests.class)
class NotificationArchitectureTest {
  @ArchTest
  static final ArchRule FILES_AND_KAFKA = ArchitectureTest.FILES_AND_KAFKA_ONLY_IN_THE_CONNECTOR;

  @ArchTest static final ArchRule CLOCK = ArchitectureTest.ONLY_COMMANDS_LOOK_AT_THE_CLOCK;
  @ArchTest static final ArchRule COMMANDS = ArchitectureTest.COMMANDS_ARE_KNOWN_TO_MAINS_ALONE;
}
