package dev.interleave.web.lesson;

import dev.interleave.web.course.Course;
import dev.interleave.web.page.HomePage.LessonCard;

/** How far one learner is, lesson by lesson. */
@FunctionalInterface
interface LessonProgress {
    LessonCard card(Course.Entry lesson);
}
