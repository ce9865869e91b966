package dev.interleave.web.lti;

import dev.interleave.web.outgoing.Outgoing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Requests to the services of a platform. A token that it does not know any more is replaced once.
 *
 * <p>Threading: any thread may call anything.
 */
final class PlatformService {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Platform platform;
    private final Outgoing outgoing;
    private final ServiceTokens tokens;

    PlatformService(Platform platform, Outgoing outgoing, ServiceTokens tokens) {
        this.platform = platform;
        this.outgoing = outgoing;
        this.tokens = tokens;
    }

    Platform platform() {
        return platform;
    }

    /**
     * Sends a request.
     *
     * @param scope that it needs
     * @return what was answered with a status from 200 to 299
     * @throws PlatformProblem if it was not
     */
    HttpResponse<String> send(String scope, URI to, HttpRequest.Builder request)
            throws PlatformProblem {
        var token = tokens.of(scope);
        var answer = sendWith(token, to, request);
        if (answer.statusCode() == UNAUTHORIZED) {
            tokens.forget(scope, token);
            answer = sendWith(tokens.of(scope), to, request);
        }
        var status = answer.statusCode();
        if (status / 100 != 2) {
            throw new PlatformProblem(
                    "%s %s (%d)."
                            .formatted(
                                    platform.name(),
                                    status == UNAUTHORIZED || status == FORBIDDEN
                                            ? "does not let this server use this service"
                                            : "did not do it",
                                    status),
                    status,
                    null);
        }
        return answer;
    }

    private HttpResponse<String> sendWith(String token, URI to, HttpRequest.Builder request)
            throws PlatformProblem {
        try {
            return outgoing.send(to, request.setHeader("Authorization", "Bearer " + token));
        } catch (IOException e) {
            throw new PlatformProblem(
                    "%s did not answer, or with too much: %s"
                            .formatted(platform.name(), e.getMessage()),
                    0,
                    e);
        }
    }
}
