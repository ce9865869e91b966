//! not-prints: CONNECTED
for (var path : new String[] {"/var/run/docker.sock", "/run/dbus/system_bus_socket", "/channel", "/channel/s", "/run/channel", "/app/channel"}) try (var c = java.nio.channels.SocketChannel.open(java.net.StandardProtocolFamily.UNIX)) { c.connect(java.net.UnixDomainSocketAddress.of(path)); System.out.println("CONNECTED " + path); } catch (Exception e) { }
