import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Runs one attack and tells on the channel how it went: "succeeded" or "refused", and by what.
 * Arguments: the channel, a class, a method of it, and what the method needs.
 */
class Attack {


    public static void main(String[] args) throws Exception {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(args[0]));
            // Waits, as learners' code does, until the server has the connection.
            channel.read(ByteBuffer.allocate(1));
            var out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), true);
            out.println(outcome(args));
        }
        System.exit(0);
    }

    private static String outcome(String[] args) throws ReflectiveOperationException {
        var method = Class.forName(args[1]).getDeclaredMethod(args[2], String[].class);
        try {
            Object got = method.invoke(null, (Object) Arrays.copyOfRange(args, 3, args.length));
            return "succeeded: " + got;
        } catch (java.lang.reflect.InvocationTargetException e) {
            return "refused: " + e.getCause();
        }
    }
}
