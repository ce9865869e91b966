package dev.interleave.web.page;

/** What a page shows. Each kind has one template. */
public sealed interface Page
        permits HomePage, LessonPage, CardsPage, GlossaryPage, NotesPage, TeachingPage, ErrorPage {}
