package dev.interleave.sandbox.jail;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Listens for the one connection of a jailed JVM. Once it is closed nothing can connect any more:
 * the listener and its file are gone.
 */
final class ControlSocket implements Closeable {

    private final ServerSocketChannel listener;
    private final Path path;

    private ControlSocket(ServerSocketChannel listener, Path path) {
        this.listener = listener;
        this.path = path;
    }

    static ControlSocket listen(Path path) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(path), 1);
            return new ControlSocket(listener, path);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Waits for the connection; closing this from another thread ends the wait. */
    SocketChannel accept() throws IOException {
        return listener.accept();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(path);
    }
}
