package dev.interleave.web.lti;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/**
 * What was chosen, for a platform.
 *
 * @param platform name
 * @param back where the platform takes the answer
 * @param answer signed
 */
public record GivePage(Site site, String platform, String back, String answer, String title)
        implements TeachingPage {

    @Override
    public String template() {
        return "lti/give.jte";
    }
}
