package dev.interleave.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What may know what in the web server, and what holds for the whole product. CONTRIBUTING.md has
 * the drawing.
 */
class BoundariesTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.interleave");

    @Test
    void the_web_server_sees_only_the_api_of_the_sandbox() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.interleave.web..", "dev.interleave.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.interleave.sandbox.jail..",
                        "dev.interleave.sandbox.cell..",
                        "dev.interleave.sandbox.grade..",
                        "dev.interleave.wire..",
                        "dev.interleave.agent..",
                        "dev.interleave.compiler..",
                        "jdk.jshell..")
                .check(PRODUCT);
    }

    @Test
    void what_measures_sees_only_the_api_of_the_sandbox_and_compares_with_jshell_in_one_place() {
        noClasses()
                .that()
                .resideInAPackage("dev.interleave.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.interleave.sandbox.jail..",
                        "dev.interleave.sandbox.cell..",
                        "dev.interleave.wire..",
                        "dev.interleave.agent..",
                        "dev.interleave.compiler..",
                        "dev.interleave.web..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.interleave.bench.peer..",
                        "dev.interleave.agent..",
                        "dev.interleave.compiler..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.jshell..")
                .check(PRODUCT);
    }

    @Test
    void only_the_command_line_knows_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.interleave.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.interleave.cli..", "picocli..")
                .check(PRODUCT);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.interleave.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void only_what_runs_in_jails_has_static_state_that_changes() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(
                        "dev.interleave.agent..",
                        "dev.interleave.explore..",
                        "dev.interleave.measurer.run..")
                .and()
                .areStatic()
                .should()
                .beFinal()
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.interleave.agent..")
                .should(makeWhatChangesWhenTheyAreInitialized())
                .check(PRODUCT);
    }

    @Test
    void only_the_command_line_writes_to_standard_output() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.interleave.cli..", "dev.interleave.agent..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(PRODUCT);
    }

    @Test
    void nothing_logs_by_java_util_logging() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PRODUCT);
    }

    private static ArchCondition<JavaClass> makeWhatChangesWhenTheyAreInitialized() {
        return new ArchCondition<>("make a collection or an atomic for a static field") {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                checked.getStaticInitializer().stream()
                        .flatMap(code -> code.getConstructorCallsFromSelf().stream())
                        .filter(call -> changes(call.getTargetOwner()))
                        .forEach(
                                call ->
                                        events.add(
                                                SimpleConditionEvent.satisfied(
                                                        checked, call.getDescription())));
            }
        };
    }

    private static boolean changes(JavaClass type) {
        return type.isAssignableTo(Collection.class)
                || type.isAssignableTo(Map.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.getPackageName().equals("java.util.concurrent.atomic");
    }
}
