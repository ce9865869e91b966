package dev.interleave.web.outgoing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** A server that a test plays: it has a key, publishes it, and signs tokens with it. */
public final class TestIssuer implements AutoCloseable {

    // Making a key takes a good part of a second, so all issuers of the tests begin with the same.
    private static final RSAKey FIRST = newKey("first");
    private static final RSAKey STRANGER = newKey("first");

    private final HttpServer server;
    private volatile RSAKey key = FIRST;

    public TestIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public URI keys() {
        return URI.create(issuer() + "/keys");
    }

    /** Answers requests at a path. */
    public void on(String path, Answer answer) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        answer.to(exchange);
                    }
                });
    }

    public static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The fields of a form. */
    public static Map<String, String> form(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return fields(body);
    }

    /** The fields of a query. */
    public static Map<String, String> fields(String query) {
        var fields = new HashMap<String, String>();
        for (var each : query.split("&")) {
            var pair = each.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** Publishes another key from now on, and signs with it. */
    public void changeKey(String id) {
        key = newKey(id);
    }

    /** How a token is signed. */
    public enum Signature {
        RIGHT,
        /** By a key that only has the name of the published one. */
        STRANGER,
        NONE,
        /** By the published key, taken for a shared secret. */
        PUBLIC_KEY_AS_SECRET
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims, Signature.RIGHT);
    }

    public String sign(JWTClaimsSet claims, Signature signature) {
        try {
            return switch (signature) {
                case RIGHT -> signed(claims, key);
                case STRANGER -> signed(claims, STRANGER);
                case NONE -> new PlainJWT(claims).serialize();
                case PUBLIC_KEY_AS_SECRET -> {
                    var header =
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
                    var token = new SignedJWT(header, claims);
                    token.sign(new MACSigner(key.toPublicJWK().toString()));
                    yield token.serialize();
                }
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
