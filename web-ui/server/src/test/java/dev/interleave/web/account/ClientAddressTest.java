package dev.interleave.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private final ClientAddress addresses =
            new ClientAddress(
                    Set.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")));

    @ParameterizedTest
    @CsvSource({
        "7.7.7.7, '', 7.7.7.7",
        "7.7.7.7, 8.8.8.8, 7.7.7.7",
        "127.0.0.1, 8.8.8.8, 8.8.8.8",
        "127.0.0.1, '9.9.9.9, 8.8.8.8', 8.8.8.8",
        "127.0.0.1, '9.9.9.9, 8.8.8.8, 10.0.0.1', 8.8.8.8",
        "127.0.0.1, '8.8.8.8:4711', 8.8.8.8",
        "127.0.0.1, '[2001:db8::1]:4711', 2001:db8:0:0:0:0:0:1",
        "127.0.0.1, '8.8.8.8, localhost', 127.0.0.1",
        "127.0.0.1, '', 127.0.0.1",
        "[2001:db8::1], 8.8.8.8, 2001:db8:0:0:0:0:0:1"
    })
    void only_what_trusted_proxies_say_is_believed(String remote, String forwarded, String real) {
        assertThat(addresses.of(remote, List.of(forwarded))).isEqualTo(real);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "7.7.7.7"})
    void without_proxies_the_header_says_nothing(String remote) {
        var nobody = new ClientAddress(Set.of());

        assertThat(nobody.of(remote, List.of("8.8.8.8", "9.9.9.9"))).isEqualTo(remote);
    }
}
