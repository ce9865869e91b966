package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NetworkAttackTest extends AttackTest {

    @Test
    void the_hosts_servers_cannot_be_reached() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            int port = server.getLocalPort();
            refused("ConnectException", "NetworkAttacks.connect", "127.0.0.1", port);
            String own = InetAddress.getLocalHost().getHostAddress();
            refused("", "NetworkAttacks.connect", own, port);
        }
    }

    @Test
    void datagrams_do_not_leave_the_jail() throws IOException {
        try (DatagramSocket server = new DatagramSocket()) {
            Thread.ofVirtual().start(() -> answer(server));
            refused("", "NetworkAttacks.datagram", "127.0.0.1", server.getLocalPort());
        }
    }

    private static void answer(DatagramSocket server) {
        var packet = new DatagramPacket(new byte[1], 1);
        try {
            while (true) {
                server.receive(packet);
                server.send(packet);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void unix_sockets_of_the_host_cannot_be_reached() throws IOException {
        Path path = work.resolve("socket");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            refused("", "NetworkAttacks.unixSocket", path);
        }
    }

    @Test
    void a_lesson_can_talk_to_itself() throws IOException {
        assertThat(laboratory.inside("NetworkAttacks.ownLoopback")).startsWith("succeeded");
    }
}
