//! ends: limit output | timeout time
while (true) System.out.print('x');
