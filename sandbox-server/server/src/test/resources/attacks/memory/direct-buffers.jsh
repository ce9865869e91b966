//! ends: limit memory | exception | killed
var hoard = new ArrayList<Object>();
while (true) hoard.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
