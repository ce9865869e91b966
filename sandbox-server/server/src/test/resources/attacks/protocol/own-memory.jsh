//! ends: exception
new java.io.RandomAccessFile("/proc/self/mem", "rw")
