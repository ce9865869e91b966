package dev.interleave.web.account;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/**
 * What somebody can do about their own account.
 *
 * @param password whether they have one
 * @param other name of the service by which one can sign in too, or null
 * @param linked whether they can
 * @param notice what has just become of a wish, or null
 */
public record AccountPage(
        Site site, Account account, boolean password, String other, boolean linked, String notice)
        implements TeachingPage {

    @Override
    public String template() {
        return "account/account.jte";
    }
}
