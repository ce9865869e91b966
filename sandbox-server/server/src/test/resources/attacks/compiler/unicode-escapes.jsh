//! ends: compile-error | killed | exception
\u0053ystem.exit(0)\u003b
