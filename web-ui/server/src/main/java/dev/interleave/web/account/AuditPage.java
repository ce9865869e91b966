package dev.interleave.web.account;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/** What instructors and admins did; {@code number} of this page is from 1. */
public record AuditPage(Site site, List<AuditLog.Entry> entries, int number, boolean more)
        implements TeachingPage {

    @Override
    public String template() {
        return "account/audit.jte";
    }
}
