/**
 * Turns the AsciiDoc of {@code lessons/} into the data that the server loads: {@code course.json}
 * and {@code LANGUAGE/LESSON.json}. Runs when the course is built, and as a watcher beside a server
 * for authors; never in the server, because AsciidoctorJ brings a Ruby engine.
 *
 * <p>The way of a file: {@link LessonFiles} reads it, {@link AsciiDoc} parses it, {@link
 * BlockRules} checks its blocks against {@code lessons/README.md}, {@code page} gives its HTML the
 * form that the page expects, {@link Links} checks what it points to. {@link CourseBuild} does all
 * that for what changed.
 *
 * <p>Start the JVM with {@code -XX:TieredStopAtLevel=1 -Djruby.compile.mode=OFF
 * --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow}: half the processor
 * time, and no warnings about what JRuby does inside.
 */
package dev.interleave.lessons.build;
