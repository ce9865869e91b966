package dev.interleave.web.outgoing;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Sends requests to the few servers to which it may, follows no redirects, and reads no more than a
 * mebibyte.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Outgoing implements ResourceRetriever, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 20;

    private final Predicate<URI> allowed;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(TIMEOUT).build();

    /**
     * @param allowed where requests may go, among what {@link OutgoingRules} allow
     */
    public Outgoing(Predicate<URI> allowed) {
        this.allowed = allowed;
    }

    /**
     * Sends a request.
     *
     * @throws IOException if there is no answer, or nobody may be asked there
     */
    public HttpResponse<String> send(URI to, HttpRequest.Builder request) throws IOException {
        if (!OutgoingRules.allowed(to) || !allowed.test(to)) {
            throw new IOException("This server sends nothing to " + to);
        }
        try {
            return http.send(
                    request.uri(to).timeout(TIMEOUT).build(),
                    BodyHandlers.limiting(
                            BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server ends");
        }
    }

    /** Sends a request that the library made. */
    public HTTPResponse send(HTTPRequest request) throws IOException {
        var sent = HttpRequest.newBuilder();
        request.getHeaderMap()
                .forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        var body = request.getBody() == null ? "" : request.getBody();
        var answer =
                send(
                        request.getURI(),
                        sent.method(request.getMethod().name(), BodyPublishers.ofString(body)));
        var response = new HTTPResponse(answer.statusCode());
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> response.setHeader("Content-Type", type));
        response.setBody(answer.body());
        return response;
    }

    /**
     * What is at an address.
     *
     * @throws IOException if the answer is anything but 200
     */
    public String get(URI from) throws IOException {
        var answer = send(from, HttpRequest.newBuilder().header("Accept", "application/json"));
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(from, answer.statusCode()));
        }
        return answer.body();
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(URI.create(url.toString())), "application/json");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
