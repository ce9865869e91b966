package dev.interleave.web.account;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * Everybody's accounts, for admins.
 *
 * @param number of this page, from 1
 * @param more whether there is another page
 * @param link that was just made, or null: it is shown once
 * @param notice what has just become of a wish, or null
 */
public record AccountsPage(
        Site site, List<Account> accounts, int number, boolean more, String link, String notice)
        implements TeachingPage {

    @Override
    public String template() {
        return "account/accounts.jte";
    }
}
