//! ends: timeout time
while (true) { try { while (true) {} } catch (Throwable t) { } }
