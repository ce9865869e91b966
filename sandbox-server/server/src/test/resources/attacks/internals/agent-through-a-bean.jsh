//! ends: ok
//! prints: Dynamic agent loading is not enabled
java.nio.file.Files.write(java.nio.file.Path.of("/tmp/a.jar"), new byte[0]);
java.lang.management.ManagementFactory.getPlatformMBeanServer().invoke(new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand"), "jvmtiAgentLoad", new Object[] {new String[] {"/tmp/a.jar"}}, new String[] {String[].class.getName()})
