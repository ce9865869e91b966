int kept = 3;
<T> T pick(java.util.function.Supplier<T> s) { return s.get(); }
<T> T pick(java.util.concurrent.Callable<T> c) throws Exception { return c.call(); }
// ---
//! ends: compile-error | timeout time | limit | exception | killed | ok
pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> pick(() -> 1))))))))))))))
// ---
//! prints: kept=3
System.out.println("kept=" + kept);
