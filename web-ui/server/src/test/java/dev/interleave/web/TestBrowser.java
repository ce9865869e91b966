package dev.interleave.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without scripts: it keeps cookies, follows nothing, and sends forms as browsers do. */
public final class TestBrowser implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");
    private static final Pattern LINK = Pattern.compile("/welcome/[A-Za-z0-9_-]+");
    public static final String PASSWORD = "correct horse battery";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI server;
    private String token = "";

    private TestBrowser(URI server) {
        this.server = server;
    }

    /** Somebody who is not signed in. */
    public static TestBrowser at(TestServer server) {
        return at(server.address());
    }

    public static TestBrowser at(URI server) {
        return new TestBrowser(server);
    }

    /** The first admin, who is made. */
    public static TestBrowser firstAdmin(URI server, String link) {
        var browser = new TestBrowser(server);
        browser.form(
                link,
                "login",
                "admin",
                "name",
                "Ada Admin",
                "password",
                PASSWORD,
                "again",
                PASSWORD);
        return browser;
    }

    /** Makes an account, and signs it in in a browser of its own. */
    public TestBrowser invite(String login, String role) {
        var made = form("/accounts", "login", login, "name", "Name of " + login, "role", role);
        return welcome(link(made.body()));
    }

    /** Sets the password of a link in a browser of its own. */
    public TestBrowser welcome(String link) {
        var browser = new TestBrowser(server);
        browser.form(link, "password", PASSWORD, "again", PASSWORD);
        return browser;
    }

    /** The link in a page at which a password is set. */
    public static String link(String page) {
        var found = LINK.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("There is no link in " + page);
        }
        return found.group();
    }

    public HttpResponse<String> signIn(String login, String password) {
        return form("/sign-in", "login", login, "password", password);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with the token that pages have. */
    public HttpResponse<String> form(String path, String... fields) {
        if (token.isEmpty()) {
            var found = TOKEN.matcher(get("/account").body());
            token = found.find() ? found.group(1) : "";
        }
        return formWith(token, path, fields);
    }

    public HttpResponse<String> formWith(String withToken, String path, String... fields) {
        var body = new StringBuilder("token=" + withToken);
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", server.toString())
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends a command as our scripts do. */
    public HttpResponse<String> command(String method, String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-Interleave", "1")
                        .method(method, BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of an answer that goes on, as they come. */
    public Stream<String> stream(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the account with this login, from a page with a form for each account. */
    public static String idOf(String login, String page) {
        var row = page.substring(page.indexOf("<td>" + login + "</td>"));
        var found = Pattern.compile("/(?:accounts|members)/([0-9a-z]+)/").matcher(row);
        if (!found.find()) {
            throw new IllegalStateException("There is no form for %s in %s".formatted(login, page));
        }
        return found.group(1);
    }

    /** What a page says in its tables, without tags. */
    public static List<String> cells(String page) {
        var cells = new ArrayList<String>();
        var found = Pattern.compile("(?s)<t[dh][^>]*>(.*?)</t[dh]>").matcher(page);
        while (found.find()) {
            cells.add(found.group(1).replaceAll("(?s)<[^>]*>", "").strip());
        }
        return cells;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
