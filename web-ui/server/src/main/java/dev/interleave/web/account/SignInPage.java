package dev.interleave.web.account;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where somebody signs in.
 *
 * @param next path to go on with
 * @param login as it was typed before
 * @param problem why it did not work, or null
 * @param other name of the service by which one can sign in too, or null
 */
public record SignInPage(Site site, String next, String login, String problem, String other)
        implements TeachingPage {

    /** Where that service is asked. */
    public String onward() {
        return "/sign-in/openid?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public String template() {
        return "account/signin.jte";
    }
}
