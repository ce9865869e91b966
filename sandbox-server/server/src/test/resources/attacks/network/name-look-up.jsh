//! ends: exception
java.net.InetAddress.getByName("example.com")
