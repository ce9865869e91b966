package dev.interleave.web.lti;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;
import java.util.Map;

/**
 * The registered learning platforms, and what they need to know.
 *
 * @param typed what was typed and not accepted, by field
 * @param problem why, or null
 */
public record PlatformsPage(
        Site site, List<Platform> platforms, Map<String, String> typed, String problem)
        implements TeachingPage {

    /** A field of the form. */
    public record Field(String name, String label) {}

    /** What is asked of a platform. */
    public List<Field> fields() {
        return List.of(
                new Field("name", "Name"),
                new Field("issuer", "Platform ID (issuer)"),
                new Field("client", "Client ID"),
                new Field("deployment", "Deployment ID"),
                new Field("login", "Authentication request URL"),
                new Field("access", "Access token URL"),
                new Field("keys", "Public keyset URL"));
    }

    @Override
    public String template() {
        return "lti/platforms.jte";
    }
}
