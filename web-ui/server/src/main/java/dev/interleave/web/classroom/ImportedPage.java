package dev.interleave.web.classroom;

import dev.interleave.csv.CsvLines;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Links by which learners set their passwords, after an import or again.
 *
 * @param title what it has come to
 * @param invited new accounts, whose links are shown once
 */
public record ImportedPage(
        Site site, Classroom classroom, String title, List<RosterImport.Invited> invited)
        implements TeachingPage {

    /** The links as the address of a file that the browser keeps; the server has them no more. */
    public String table() {
        var csv = new StringWriter();
        var out = new CsvLines(csv, ',');
        out.line("name", "login", "link");
        invited.forEach(each -> out.line(each.name(), each.login(), site.address() + each.link()));
        return "data:text/csv;charset=utf-8,"
                + URLEncoder.encode(csv.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String template() {
        return "classroom/imported.jte";
    }
}
