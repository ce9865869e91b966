package dev.interleave.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the server listens, and for whom.
 *
 * @param host name or address to bind to
 * @param port 0 picks a free one
 * @param dev whether it serves an author, with reloading
 */
public record ServerSettings(String host, int port, boolean dev) {

    /** Whether only this computer can reach it. */
    public boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
