package dev.interleave.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/**
 * Tests whose verdicts the judge knows beforehand. They run between the others, in an order and
 * under numbers that only the judge knows; a JVM in which one of them comes out wrong is not
 * believed.
 */
public final class Canary {

    @Test
    void holds() {
        assertEquals(42, Integer.parseInt("42"));
        assertThrows(NumberFormatException.class, () -> Integer.parseInt("forty-two"));
    }

    @Test
    void fails() {
        assertEquals(41, Integer.parseInt("42"));
    }

    @Test
    void breaks() {
        throw new IllegalStateException("This is what a test that breaks looks like.");
    }
}
