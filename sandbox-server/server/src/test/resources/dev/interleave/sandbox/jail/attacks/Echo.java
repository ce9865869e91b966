import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** Sends back what it gets. */
class Echo {
    public static void main(String[] args) throws Exception {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(args[0]));
            Channels.newInputStream(channel).transferTo(Channels.newOutputStream(channel));
        }
    }
}
