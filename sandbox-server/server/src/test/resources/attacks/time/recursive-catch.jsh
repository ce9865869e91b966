//! ends: timeout time
class Hydra { static void head() { try { while (true) Thread.onSpinWait(); } catch (Throwable t) { head(); } finally { head(); } } }
Hydra.head();
