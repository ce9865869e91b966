package dev.interleave.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebError;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a browser complains about while a test goes on, violations of the content security policy
 * among it, and requests to anywhere else.
 *
 * <p>Threading: one thread at a time, that of the browser.
 */
final class Complaints {

    private final String server;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> allowed = new ArrayList<>();

    private Complaints(URI server) {
        this.server = server.toString();
    }

    static Complaints of(BrowserContext context, URI server) {
        var complaints = new Complaints(server);
        context.onConsoleMessage(complaints::console);
        context.onWebError(complaints::error);
        context.onRequest(complaints::request);
        return complaints;
    }

    /** From now on, a message on the console with these words is no complaint. */
    void allow(String words) {
        allowed.add(words);
    }

    List<String> all() {
        return List.copyOf(complaints);
    }

    private void console(ConsoleMessage message) {
        var bad = message.type().equals("error") || message.type().equals("warning");
        if (bad && allowed.stream().noneMatch(message.text()::contains)) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    private void error(WebError error) {
        complaints.add("uncaught: " + error.error());
    }

    private void request(Request request) {
        if (!request.url().startsWith(server) && !request.url().startsWith("data:")) {
            complaints.add("request to elsewhere: " + request.url());
        }
    }
}
