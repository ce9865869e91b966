package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportIndexTest {

    private static final ImportIndex INDEX = ImportIndex.read();

    @Test
    void knows_public_types_of_all_modules() {
        assertThat(INDEX.typesNamed("ReentrantLock"))
                .containsExactly("java.util.concurrent.locks.ReentrantLock");
        assertThat(INDEX.typesNamed("HttpClient")).containsExactly("java.net.http.HttpClient");
        assertThat(INDEX.typesNamed("NotThere")).isEmpty();
    }

    @Test
    void the_usual_one_of_many_comes_first() {
        assertThat(INDEX.typesNamed("List")).startsWith("java.util.List").contains("java.awt.List");
        assertThat(INDEX.typesNamed("Entry")).startsWith("java.util.Map.Entry");
        assertThat(INDEX.typesNamed("Date")).startsWith("java.util.Date", "java.sql.Date");
    }

    @Test
    void offers_nothing_that_is_not_public_or_not_exported() {
        assertThat(INDEX.typesNamed("ImmutableCollections")).isEmpty();
        assertThat(INDEX.typesNamed("Unsafe")).doesNotContain("jdk.internal.misc.Unsafe");
    }

    @Test
    void goes_from_package_to_package() {
        assertThat(INDEX.packagesIn("")).contains("java", "javax");
        assertThat(INDEX.packagesIn("java.util")).contains("concurrent", "stream");
        assertThat(INDEX.typesIn("java.util.concurrent.locks")).contains("Lock", "StampedLock");
    }
}
