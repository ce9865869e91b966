//! prints: [lo]
System.out.println(java.net.NetworkInterface.networkInterfaces().map(n -> n.getName()).toList());
