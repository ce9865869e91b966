//! ends: ok
for (var task : new java.io.File("/proc/self/task").list()) for (var fd : new java.io.File("/proc/self/task/" + task + "/fd").list()) try (var out = new java.io.FileOutputStream("/proc/self/task/" + task + "/fd/" + fd)) { out.write(0xff); } catch (java.io.IOException e) { }
