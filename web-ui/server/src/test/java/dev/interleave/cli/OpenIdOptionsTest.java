package dev.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.web.ServerSettings;
import dev.interleave.web.account.openid.OpenIdSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OpenIdOptionsTest {

    private static final ServerSettings HERE = new ServerSettings("127.0.0.1", 0, false);
    private static final String ISSUER = "--openid-issuer=https://login.example/realm";

    @TempDir Path folder;

    private static Optional<OpenIdSettings> settings(boolean accounts, String... options) {
        return CommandLine.populateCommand(new OpenIdOptions(), options)
                .settings(Main.commandLine(Map.of()), accounts, HERE);
    }

    @Test
    void a_service_has_the_secret_of_a_file_and_shows_it_to_nobody() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "hidden thing\n");

        var found =
                settings(true, ISSUER, "--openid-client=us", "--openid-secret-file=" + file)
                        .orElseThrow();

        assertThat(found)
                .isEqualTo(
                        new OpenIdSettings(
                                URI.create("https://login.example/realm"),
                                "us",
                                "hidden thing",
                                "login.example",
                                false));
        assertThat(found.toString()).doesNotContain("hidden");
        assertThat(settings(true)).isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertThatThrownBy(() -> settings(false, ISSUER)).hasMessageContaining("--class");
        assertThatThrownBy(() -> settings(true, "--openid-client=us"))
                .hasMessageContaining("--openid-issuer");
        assertThatThrownBy(() -> settings(true, ISSUER))
                .hasMessageContaining("--openid-client and --openid-secret-file");
        assertThatThrownBy(() -> settings(true, "--openid-issuer=http://login.example"))
                .hasMessageContaining("something else");
        assertThatThrownBy(
                        () ->
                                settings(
                                        true,
                                        ISSUER,
                                        "--openid-client=us",
                                        "--openid-secret-file=" + folder.resolve("nothing")))
                .hasMessageContaining("Could not read");
    }
}
