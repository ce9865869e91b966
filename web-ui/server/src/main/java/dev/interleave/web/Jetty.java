package dev.interleave.web;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * How the HTTP server under Javalin listens and ends.
 *
 * <p>Threading: immutable.
 */
record Jetty(ServerSettings settings) {

    /** Requests under way may take so long when the server ends. */
    private static final int STOP_MILLIS = 2_000;

    /** Connections that a browser merely keeps open are not waited for. */
    private static final int IDLE_AT_STOP_MILLIS = 100;

    void configure(JettyConfig jetty) {
        jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
        // Javalin's own choice lets through paths that mean different things to different readers.
        jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.DEFAULT));
        jetty.addConnector(this::connector);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
        return connector;
    }
}
