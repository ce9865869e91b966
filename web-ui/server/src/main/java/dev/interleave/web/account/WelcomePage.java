package dev.interleave.web.account;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;

/**
 * Where somebody sets a password by a link.
 *
 * @param account whose password, or null for the first admin
 * @param problem why it did not work, or null
 */
public record WelcomePage(
        Site site, String secret, Account account, String login, String name, String problem)
        implements TeachingPage {

    @Override
    public String template() {
        return "account/welcome.jte";
    }
}
