//! ends: exception
try (var s = new java.net.Socket()) { s.connect(new java.net.InetSocketAddress("192.0.2.1", 80), 1000); }
