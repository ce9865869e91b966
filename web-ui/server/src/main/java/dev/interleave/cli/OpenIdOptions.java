package dev.interleave.cli;

import dev.interleave.web.ServerSettings;
import dev.interleave.web.account.openid.OpenIdSettings;
import dev.interleave.web.outgoing.OutgoingRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code serve --class} that name a service by which people sign in. */
final class OpenIdOptions {

    @Option(
            names = "--openid-issuer",
            paramLabel = "URL",
            description = {
                "With --class: a service by which people sign in, too (OpenID Connect), as it"
                        + " calls",
                "itself. It has to know <--url>/sign-in/openid/back as the address to return to."
            })
    private URI issuer;

    @Option(
            names = "--openid-client",
            paramLabel = "ID",
            description = "As that service calls this server.")
    private String client;

    @Option(
            names = "--openid-secret-file",
            paramLabel = "FILE",
            description = "File with the secret that it gave to this server.")
    private Path secretFile;

    @Option(
            names = "--openid-name",
            paramLabel = "NAME",
            description = "What people call it (default: its host).")
    private String name;

    @Option(
            names = "--openid-new-people",
            description =
                    "Whom it signs in and who has no account gets one, as a learner; else they are"
                            + " refused.")
    private boolean newPeople;

    /** The service; empty if none is named. */
    Optional<OpenIdSettings> settings(
            CommandLine command, boolean withAccounts, ServerSettings server) {
        if (issuer == null) {
            if (client != null || secretFile != null || name != null || newPeople) {
                throw new ParameterException(command, "--openid-issuer is missing.");
            }
            return Optional.empty();
        }
        if (!withAccounts) {
            throw bad(command, "--openid-issuer is for --class: without it nobody signs in.");
        }
        if (!OutgoingRules.allowed(issuer) || issuer.getRawQuery() != null) {
            throw bad(
                    command,
                    "--openid-issuer takes an address as in https://login.example, and \"%s\" is something else."
                            .formatted(issuer));
        }
        if (client == null || secretFile == null) {
            throw bad(command, "--openid-issuer needs --openid-client and --openid-secret-file.");
        }
        if (server.url() == null && !server.loopback()) {
            throw bad(command, "--openid-issuer needs --url, to which people come back.");
        }
        return Optional.of(
                new OpenIdSettings(
                        issuer,
                        client,
                        secret(command),
                        name == null ? issuer.getHost() : name,
                        newPeople));
    }

    private String secret(CommandLine command) {
        try {
            var secret = Files.readString(secretFile).strip();
            if (secret.isEmpty()) {
                throw bad(command, "The file %s has no secret.".formatted(secretFile));
            }
            return secret;
        } catch (IOException e) {
            throw bad(command, "Could not read the secret in %s.".formatted(secretFile));
        }
    }

    private static ParameterException bad(CommandLine command, String message) {
        return new ParameterException(command, message);
    }
}
