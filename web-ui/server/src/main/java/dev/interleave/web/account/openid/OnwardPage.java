package dev.interleave.web.account.openid;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/**
 * A link to the sign-in service, to link an account with it.
 *
 * @param name of the service
 */
public record OnwardPage(Site site, String name, String onward) implements TeachingPage {

    @Override
    public String template() {
        return "account/onward.jte";
    }
}
