//! not-prints: OPEN
for (int port = 1; port < 2000; port++) try (var s = new java.net.Socket()) { s.connect(new java.net.InetSocketAddress("127.0.0.1", port), 20); System.out.println("OPEN " + port); } catch (java.io.IOException e) { }
