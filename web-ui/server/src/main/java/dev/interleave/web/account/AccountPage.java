package dev.interleave.web.account;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/**
 * What somebody can do about their own account.
 *
 * @param notice what has just become of a wish, or null
 */
public record AccountPage(Site site, Account account, String notice) implements TeachingPage {

    @Override
    public String template() {
        return "account/account.jte";
    }
}
