//! prints: hello
var server = new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress());
var client = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.getLocalPort());
var accepted = server.accept();
accepted.getOutputStream().write("hello\n".getBytes());
System.out.println(new java.io.BufferedReader(new java.io.InputStreamReader(client.getInputStream())).readLine());
