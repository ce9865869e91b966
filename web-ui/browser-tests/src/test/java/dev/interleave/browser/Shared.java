package dev.interleave.browser;

/**
 * What all classes share, because starting it takes seconds: the browser, in which each test has a
 * profile of its own, and a server for those that do not mind what others did on it. Both start
 * when they are needed first and end after the last class.
 *
 * <p>Threading: one thread at a time.
 */
final class Shared implements AutoCloseable {

    private Chromium chromium;
    private CourseProcess course;

    Chromium chromium() {
        if (chromium == null) {
            chromium = Chromium.launch();
        }
        return chromium;
    }

    /** Serves the small course of these tests. */
    CourseProcess course() {
        if (course == null) {
            course = CourseProcess.ofTests();
        }
        return course;
    }

    @Override
    public void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (course != null) {
            course.close();
        }
    }
}
