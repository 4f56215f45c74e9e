package io.groundswell.jobs.surge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.time.Instant;

/** The walls of the house, as far as they pass through this job. */
@AnalyzeClasses(packages = "io.groundswell", importOptions = ImportOption.DoNotIncludeTests.class)
public class ArchitectureTest {
  private static final String JOBS = "io.groundswell.jobs..";
  private static final String CEP = "io.groundswell.cep..";
  private static final String DOMAIN = "io.groundswell.domain..";

  @ArchTest
  static final ArchRule IMPORTS_GO_ONE_WAY =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CEP, JOBS, "org.apache.flink..");

  @ArchTest
  static final ArchRule PATTERNS_KNOW_NO_JOB =
      noClasses()
          .that()
          .resideInAPackage(CEP)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JOBS);

  @ArchTest
  public static final ArchRule FILES_AND_KAFKA_ONLY_IN_THE_CONNECTOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("..connector..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Files.class, File.class, FileInputStream.class, FileOutputStream.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  public static final ArchRule ONLY_COMMANDS_LOOK_AT_THE_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  public static final ArchRule COMMANDS_ARE_KNOWN_TO_MAINS_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .and()
          .doNotHaveSimpleName("Groundswell")
          .and()
          .doNotHaveSimpleName("IncidentNotification")
          .and()
          .doNotHaveSimpleName("VolumeHistory")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..cli..");
}
