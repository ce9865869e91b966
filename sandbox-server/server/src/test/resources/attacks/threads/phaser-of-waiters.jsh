//! ends: timeout time
var gate = new Phaser(1);
for (int i = 0; i < 500; i++) { gate.register(); Thread.startVirtualThread(gate::arriveAndAwaitAdvance); }
gate.awaitAdvance(gate.getPhase());
