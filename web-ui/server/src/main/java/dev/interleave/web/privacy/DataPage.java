package dev.interleave.web.privacy;

import dev.interleave.web.account.Account;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;
import java.util.Map;

/**
 * What the server has of somebody.
 *
 * @param rows by table
 * @param problem why a wish failed, or null
 */
public record DataPage(
        Site site, Account account, Map<String, List<Map<String, Object>>> rows, String problem)
        implements TeachingPage {

    @Override
    public String template() {
        return "privacy/data.jte";
    }
}
