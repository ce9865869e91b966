package dev.interleave.web.account;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/**
 * Where somebody signs in.
 *
 * @param next path to go on with
 * @param login as it was typed before
 * @param problem why it did not work, or null
 */
public record SignInPage(Site site, String next, String login, String problem)
        implements TeachingPage {

    @Override
    public String template() {
        return "account/signin.jte";
    }
}
