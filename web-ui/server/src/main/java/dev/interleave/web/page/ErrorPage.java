package dev.interleave.web.page;

import dev.interleave.web.course.Course;
import java.util.List;

/**
 * Something did not work; {@code lessons} are those that can be opened instead, and may be empty.
 */
public record ErrorPage(
        Site site, int status, String title, String detail, List<Course.Entry> lessons)
        implements Page {}
