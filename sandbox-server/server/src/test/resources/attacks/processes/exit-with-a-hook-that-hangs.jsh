//! ends: killed | timeout time
Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) Thread.onSpinWait(); }));
System.exit(0);
