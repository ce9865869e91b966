//! ends: limit | timeout time | exception | killed
for (long i = 0; ; i++) new java.io.File("/tmp/" + i).createNewFile();
