import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

class NetworkAttacks {

    static Object connect(String[] args) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(args[0], Integer.parseInt(args[1])), 5000);
            return socket;
        }
    }

    /** Succeeds when somebody answers. */
    static Object datagram(String[] args) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            var to = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
            socket.connect(to);
            socket.send(new DatagramPacket(new byte[] {1}, 1));
            socket.setSoTimeout(5000);
            socket.receive(new DatagramPacket(new byte[1], 1));
            return "answered";
        }
    }

    static Object unixSocket(String[] args) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(args[0]));
        }
    }

    /** Not an attack: lessons about networks talk to themselves. */
    static Object ownLoopback(String[] args) throws IOException {
        try (var server = new java.net.ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return connect(new String[] {"localhost", "" + server.getLocalPort()});
        }
    }
}
