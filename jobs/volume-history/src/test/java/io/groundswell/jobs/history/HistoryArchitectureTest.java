package io.groundswell.jobs.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.groundswell.jobs.surge.ArchitectureTest;

/** The walls of the house hold here as well. */
@AnalyzeClasses(
    packages = "io.groundswell.jobs.history",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HistoryArchitectureTest {
  @ArchTest
  static final ArchRule FILES_AND_KAFKA = ArchitectureTest.FILES_AND_KAFKA_ONLY_IN_THE_CONNECTOR;

  @ArchTest static final ArchRule CLOCK = ArchitectureTest.ONLY_COMMANDS_LOOK_AT_THE_CLOCK;
  @ArchTest static final ArchRule COMMANDS = ArchitectureTest.COMMANDS_ARE_KNOWN_TO_MAINS_ALONE;

  /** The job's jar has no DuckDB in it. */
  @ArchTest
  static final ArchRule ONLY_QUESTIONS_NEED_DUCKDB =
      noClasses()
          .that()
          .resideOutsideOfPackages("..history.query..", "..history.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.duckdb..", "java.sql..");
}
