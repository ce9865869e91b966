//! ends: exception
var task = new java.io.File("/proc/self/task").list()[0];
new java.io.RandomAccessFile("/proc/self/task/" + task + "/mem", "r")
