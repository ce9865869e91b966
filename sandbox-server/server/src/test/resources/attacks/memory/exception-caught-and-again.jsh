//! ends: limit memory | timeout time
var hoard = new ArrayList<byte[]>();
while (true) { try { hoard.add(new byte[1 << 16]); } catch (OutOfMemoryError e) { } }
