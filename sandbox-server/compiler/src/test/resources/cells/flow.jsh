// === labels and loops
outer: for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (j == 2) continue outer; if (i == 2) break outer; System.out.println(i + " " + j); } }
// ---
block: { if (true) break block; System.out.println("not reached"); }
// ---
int n = 0; do { n++; } while (n < 5); n
// ---
for (;;) { if (++n > 8) break; }
// ---
n
// ---
for (int i = 0, j = 10; i < j; i += 3, j -= 2) System.out.print(i + ":" + j + " ");
// ---
for (var e : Map.of("k", 1).entrySet()) System.out.println(e.getKey() + e.getValue());
// ---
for (char c : "abc".toCharArray()) System.out.print((char) (c + 1));
// ---
for (int[] row : new int[][] {{1, 2}, {3}}) System.out.print(row.length);
// ---
while (false) { }
// ---
for (int i = 0; i < 3; i++);
// ---
while (n-- > 7) System.out.println(n);
// ---
if (n > 3) if (n > 100) System.out.println("a"); else System.out.println("b");
// ---
continue
// ---
break;
// ---
label: n++;
// ---
int i = 5; { int k = i; i = k + 1; } i
// ---
{ int hidden = 1; }
// ---
hidden
// ---
for (int i = 0; i < 2; i++) { int square = i * i; System.out.println(square); }
// ---
i
// ---
return 3;
// ---
return
// ---
;
// ---
;;
// ---
{}
// ---
{ }
// ---
assert n > 100 : "not checked";
// ---
synchronized (new Object()) { System.out.println(Thread.holdsLock("")); }
// === exceptions and resources
class Res implements AutoCloseable { final String name; Res(String name) { this.name = name; System.out.println("open " + name); } public void close() { System.out.println("close " + name); } }
// ---
try (Res a = new Res("a"); Res b = new Res("b")) { System.out.println("body"); }
// ---
try (var a = new Res("c")) { throw new IllegalStateException("in body"); } catch (IllegalStateException e) { System.out.println(e.getMessage()); } finally { System.out.println("finally"); }
// ---
Res kept = new Res("kept");
// ---
try (kept) { System.out.println(kept.name); }
// ---
class BadClose implements AutoCloseable { public void close() throws IOException { throw new IOException("close"); } }
// ---
try (var bad = new BadClose()) { throw new RuntimeException("body"); }
// ---
try (var bad = new BadClose()) { throw new RuntimeException("body"); } catch (RuntimeException e) { System.out.println(e.getSuppressed().length + e.getSuppressed()[0].getMessage()); }
// ---
class Own extends Exception { final int code; Own(int code, Throwable cause) { super("own " + code, cause); this.code = code; } }
// ---
throw new Own(3, new IOException("root"));
// ---
try { throw new Own(4, null); } catch (Own e) { System.out.println(e.code); }
// ---
int risky(int x) throws Own { if (x == 0) throw new Own(x, null); return 10 / x; }
// ---
risky(0)
// ---
risky(5)
// ---
int safe(int x) { try { return risky(x); } catch (Own e) { return -1; } finally { System.out.println("done"); } }
// ---
safe(0)
// ---
safe(2)
// ---
int unchecked() { return risky(1); }
// ---
Supplier<Integer> s = () -> risky(1);
// ---
try { Object o = "s"; Integer i = (Integer) o; } catch (ClassCastException | NullPointerException e) { System.out.println(e.getClass().getSimpleName()); }
// ---
try { } catch (IOException e) { }
// ---
try { throw new IOException(); } catch (Exception e) { } catch (IOException e) { }
// ---
throw null;
// ---
new int[2][-1]
// ---
Object[] os = new String[1]; os[0] = 1;
// ---
List.of(1).add(2)
// ---
Integer.parseInt("x1")
// ---
"abc".substring(5)
// ---
Optional.empty().get()
// ---
new ArrayDeque<Integer>().pop()
// ---
List.of().iterator().next()
// ---
1 % 0
// ---
Math.toIntExact(1L << 40)
// ---
Objects.requireNonNull(null, "why")
// ---
((Object) "s").wait()
