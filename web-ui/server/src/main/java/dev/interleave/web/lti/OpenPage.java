package dev.interleave.web.lti;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/** A link that leads out of a frame. */
public record OpenPage(Site site, String onward) implements TeachingPage {

    @Override
    public String template() {
        return "lti/open.jte";
    }
}
