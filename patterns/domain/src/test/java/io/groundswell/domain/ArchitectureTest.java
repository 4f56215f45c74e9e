package io.groundswell.domain;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Date;

/** The rules are plain Java: no engine, no files, no network, no clock. */
@AnalyzeClasses(
    packages = "io.groundswell.domain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noEngineAndNoFormat =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "com.fasterxml..");

  @ArchTest
  static final ArchRule noFiles =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*");

  @ArchTest
  static final ArchRule noNetwork =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.net..");

  @ArchTest
  static final ArchRule noWallClock = noClasses().should().callCodeUnitWhere(readsTheClock());

  @ArchTest
  static final ArchRule packagesFollowTheDataOneWay =
      slices().matching("io.groundswell.domain.(*)..").should().beFreeOfCycles();

  private static DescribedPredicate<JavaCall<?>> readsTheClock() {
    DescribedPredicate<JavaCall<?>> system =
        target(owner(JavaClass.Predicates.type(System.class)))
            .and(target(nameMatching("currentTimeMillis|nanoTime")));
    DescribedPredicate<JavaCall<?>> now =
        target(owner(JavaClass.Predicates.assignableTo(Temporal.class)))
            .and(target(nameMatching("now")));
    DescribedPredicate<JavaCall<?>> clock =
        target(owner(JavaClass.Predicates.type(Clock.class)))
            .and(target(nameMatching("system.*|tick.*")));
    DescribedPredicate<JavaCall<?>> date =
        target(owner(JavaClass.Predicates.type(Date.class))).and(target(nameMatching("<init>")));
    return system.or(now).or(clock).or(date).as("the wall clock is read");
  }
}
