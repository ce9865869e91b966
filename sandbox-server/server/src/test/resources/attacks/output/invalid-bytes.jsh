//! ends: ok
System.out.write(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc3, '\n', (byte) 0xed, (byte) 0xa0, (byte) 0x80}, 0, 7);
System.out.println("\u202E\u0000\u001b[31m\uD800");
