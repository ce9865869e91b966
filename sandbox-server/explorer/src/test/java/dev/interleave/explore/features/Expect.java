package dev.interleave.explore.features;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * How the exploration of a scenario must end: {@code passed}, {@code uncontrolled} or the fault's
 * name.
 */
@Retention(RetentionPolicy.RUNTIME)
public @interface Expect {
    String value();
}
