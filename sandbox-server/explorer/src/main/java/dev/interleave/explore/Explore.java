package dev.interleave.explore;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a scenario: a public method with one parameter, a {@link Run}. It is run over many
 * schedules, each time on a new object of its class. The parameters are those of {@link Settings}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Explore {

    /** How many runs are tried at most; 0 leaves it to the one who grades. */
    int schedules() default 0;

    int preemptions() default 2;

    boolean races() default true;

    boolean leaks() default true;

    boolean spuriousWakeups() default true;

    boolean earlyTimeouts() default false;
}
