package dev.interleave.web.classroom;

import dev.interleave.csv.CsvLines;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What an import has done.
 *
 * @param lines of the list
 * @param invited new accounts, whose links are shown once
 */
public record ImportedPage(
        Site site, Classroom classroom, int lines, List<RosterImport.Invited> invited)
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
