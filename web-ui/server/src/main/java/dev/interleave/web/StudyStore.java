package dev.interleave.web;

import dev.interleave.web.progress.CardReviews;
import dev.interleave.web.progress.Notes;
import dev.interleave.web.progress.QuizAnswers;

/** Where it is kept what learners answer and note. */
public record StudyStore(QuizAnswers quizzes, CardReviews cards, Notes notes) {}
