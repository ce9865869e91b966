//! ends: exception
try (var s = new java.net.DatagramSocket()) { s.send(new java.net.DatagramPacket(new byte[1], 1, new java.net.InetSocketAddress("192.0.2.1", 53))); }
