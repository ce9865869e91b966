//! ends: killed | exception
Runtime.getRuntime().halt(1);
