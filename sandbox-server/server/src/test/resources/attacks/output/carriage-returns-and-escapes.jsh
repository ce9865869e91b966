//! ends: ok
for (int i = 0; i < 1_000; i++) System.out.print("\u001b[2J\u001b]0;title\u0007\r\u202e\ud800");
