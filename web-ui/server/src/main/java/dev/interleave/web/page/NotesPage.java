package dev.interleave.web.page;

import dev.interleave.web.progress.Notes.Note;
import java.util.List;

/** All notes of a learner, in the order of the course. */
public record NotesPage(Site site, List<Noted> lessons) implements Page {

    /** The notes on a lesson, oldest first. */
    public record Noted(String lesson, String title, List<Note> notes) {}
}
