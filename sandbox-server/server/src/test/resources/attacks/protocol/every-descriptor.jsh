//! ends: ok
for (var fd : new java.io.File("/proc/self/fd").list()) try (var out = new java.io.FileOutputStream("/proc/self/fd/" + fd)) { out.write(new byte[] {127, -1, -1, -1, 9}); } catch (java.io.IOException e) { }
