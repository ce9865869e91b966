package dev.interleave.sandbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.interleave.agent.AgentFlags;
import dev.interleave.compiler.CompilerFlags;
import org.junit.jupiter.api.Test;

/** What may know what in the part that runs learners' code. CONTRIBUTING.md has the drawing. */
class BoundariesTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.interleave");

    @Test
    void the_wire_uses_only_the_jdk() {
        usesOnly("dev.interleave.wire..").check(PRODUCT);
    }

    @Test
    void results_use_only_the_jdk() {
        usesOnly("dev.interleave.sandbox.result..").check(PRODUCT);
    }

    @Test
    void what_runs_in_a_session_jail_uses_only_the_wire() {
        usesOnly("dev.interleave.agent..", "dev.interleave.wire..", "sun.security.jca..")
                .check(PRODUCT);
    }

    @Test
    void what_cells_show_with_uses_only_the_agent() {
        usesOnly("dev.interleave.display..", "dev.interleave.agent..").check(PRODUCT);
    }

    @Test
    void what_runs_in_the_compiler_jail_uses_only_the_wire_and_what_cells_show_with() {
        usesOnly("dev.interleave.compiler..", "dev.interleave.wire..", "dev.interleave.display..")
                .check(PRODUCT);
    }

    @Test
    void what_runs_in_the_jails_of_grading_uses_only_the_wire_and_the_test_framework() {
        usesOnly(
                        "dev.interleave.grader..",
                        "dev.interleave.explore..",
                        "dev.interleave.wire..",
                        "org.junit..")
                .check(PRODUCT);
    }

    @Test
    void what_runs_in_the_jails_of_comparisons_uses_only_the_wire_and_jmh() {
        usesOnly("dev.interleave.measurer..", "dev.interleave.wire..", "org.openjdk.jmh..")
                .check(PRODUCT);
    }

    /** The flags are lists of words, by which the programs say how their JVMs are to be started. */
    @Test
    void the_server_compiles_and_runs_nothing_in_its_own_process() {
        noClasses()
                .that()
                .resideInAPackage("dev.interleave.sandbox..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "dev.interleave.agent..",
                                        "dev.interleave.compiler..",
                                        "dev.interleave.grader.compile..",
                                        "dev.interleave.grader.run..",
                                        "dev.interleave.grader.sample..",
                                        "dev.interleave.measurer.compile..",
                                        "dev.interleave.measurer.run..",
                                        "org.openjdk.jmh..",
                                        "jdk.jshell..",
                                        "javax.tools..",
                                        "com.sun.source..",
                                        "com.sun.tools..")
                                .and(not(type(AgentFlags.class).or(type(CompilerFlags.class)))))
                .check(PRODUCT);
    }

    @Test
    void jails_know_nothing_of_cells() {
        noClasses()
                .that()
                .resideInAPackage("dev.interleave.sandbox.jail..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.interleave.sandbox.cell..")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    /** The classes of a package depend on nothing but the JDK, themselves and these packages. */
    private static ArchRule usesOnly(String name, String... others) {
        return classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "javax..", "jdk..", "com.sun..", name)
                                .or(resideInAnyPackage(others)))
                .allowEmptyShould(true);
    }
}
