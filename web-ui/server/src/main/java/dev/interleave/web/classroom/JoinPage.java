package dev.interleave.web.classroom;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/** Where a learner enters a class by its link. */
public record JoinPage(Site site, String code) implements TeachingPage {

    @Override
    public String template() {
        return "classroom/join.jte";
    }
}
