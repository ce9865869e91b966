//! ends: limit memory
var hoard = new ArrayList<byte[]>();
while (true) hoard.add(new byte[1 << 20]);
