//! ends: ok | exception | limit disk | compile-error
java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class).dumpHeap("/tmp/heap.hprof", false);
