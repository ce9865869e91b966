package dev.interleave.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out whether a server could listen, before anything is started for it. */
record ListenCheck(String host, int port) {

    /**
     * @throws IllegalStateException when it could not; the message says what to do
     */
    void run() {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IllegalStateException("There is no computer named " + host + ".");
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw new IllegalStateException(sentence(e), e);
        }
    }

    private String sentence(IOException e) {
        if (e.getMessage().contains("in use")) {
            return ("Port %d of %s is taken. End the program that uses it, or choose another port:"
                            + " --port 0 picks a free one.")
                    .formatted(port, host);
        }
        return "Could not listen on port %d of %s: %s.".formatted(port, host, e.getMessage());
    }
}
