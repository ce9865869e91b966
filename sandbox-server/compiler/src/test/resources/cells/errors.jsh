// === that do not compile
int x = "s";
// ---
undefined
// ---
undefined + 1
// ---
undefined()
// ---
undefined.foo()
// ---
new Undefined()
// ---
Undefined.call()
// ---
"abc".noSuchMethod()
// ---
"abc".length
// ---
"abc".length(1)
// ---
Math.max("a", 1)
// ---
5.foo()
// ---
int y = 5; y.foo()
// ---
y = "s"
// ---
String s = y;
// ---
y + true
// ---
!y
// ---
if (y) { }
// ---
while (y) { }
// ---
for (String e : 5) { }
// ---
for (int e : List.of("a")) { }
// ---
() -> 5
// ---
String::length
// ---
x -> x
// ---
List.of(1).map(i -> i)
// ---
Runnable r = () -> { return 5; };
// ---
Supplier<Integer> s2 = () -> "s";
// ---
Function<String, Integer> f = s -> s.foo();
// ---
int a b
// ---
int 1a = 3;
// ---
1 +
// ---
(1 + 2
// ---
1 + 2)
// ---
foo(
// ---
"unterminated
// ---
'ab'
// ---
''
// ---
int[] arr = {1, 2
// ---
{ int z = 5;
// ---
class C {
// ---
class { }
// ---
void m( { }
// ---
void m() { int i = ; }
// ---
else { }
// ---
catch (Exception e) { }
// ---
case 1:
// ---
import java.util.NoSuch;
// ---
import no.such.pkg.*;
// ---
import java.util
// ---
package foo;
// ---
@
// ---
#
// ---
int int = 3;
// ---
class class {}
// ---
1 = 2
// ---
5++
// ---
new int[]
// ---
new int[2]{1, 2}
// ---
int q = 3 int w = 4
// ---
switch (5) { }
// ---
switch ("a") { case 1 -> 2; default -> 3; }
// ---
switch (5) { case 1 -> 2; }
// ---
Object o = 5; switch (o) { case Integer i -> 1; }
// ---
switch (o) { case Object x1 -> 1; case Integer i -> 2; }
// ---
this
// ---
super.toString()
// ---
int v = v + 1;
// ---
final int noInit; noInit
// ---
char c = 70000;
// ---
byte b = 200;
// ---
int big = 99999999999;
// ---
long lg = 99999999999;
// ---
float fl = 1.5;
// ---
new List<String>()
// ---
(String) 5
// ---
(Integer) "a"
// ---
5 instanceof Integer
// ---
"a" instanceof Integer
// ---
throw "text";
// ---
throw new Object();
// ---
try { }
// ---
try { } catch (IOException e) { }
// ---
void m2() { throw new Exception(); }
// ---
int unreachable() { return 1; int k; }
// ---
void v() {} int z2 = v();
// ---
v() + 1
// ---
System.out
// ---
System.out.println(v())
// ---
List<int> prim;
// ---
int[] ia = new String[1];
// ---
var self = self;
// ---
String t = null + null;
// ---
a ? b : c
// ---
true ? 1
// ---
List<String> ls = List.of(1, 2);
// ---
Comparator<String> cmp = (a, b) -> a;
// ---
synchronized (5) { }
// ---
goto x;
// ---
const int k = 5;
// ---
_
// ---
var _ = 5;
// ---
enum E { A, A }
// ---
interface I { int x; }
// ---
record R(int x, int x) {}
// ---
class Loop extends Loop {}
// ---
abstract final class AF {}
// ---
public private int pp;
// ---
int x1 = 1; int x2 = x1 + nope; int x3 = 3;
// ---
x1
// ---
x3
// === exceptions
int zero = 0;
// ---
1 / zero
// ---
5 % 0
// ---
int q = 1 / zero;
// ---
q
// ---
int[] arr = new int[2];
// ---
arr[5]
// ---
arr[2] = 1
// ---
new int[-1]
// ---
String s = null;
// ---
s.length()
// ---
Integer.parseInt("x")
// ---
List.of(1).add(2)
// ---
List.of(1, 2).get(7)
// ---
(String) (Object) 5
// ---
Object[] os = new String[1]; os[0] = 1
// ---
new ArrayList<>(List.of(1)).iterator().remove()
// ---
Optional.empty().get()
// ---
throw new Exception("plain");
// ---
throw new Error("error");
// ---
throw new RuntimeException("outer", new IllegalStateException("inner", new IOException("innermost")));
// ---
throw new RuntimeException();
// ---
throw new RuntimeException((String) null);
// ---
class My extends Exception { My(String m) { super(m); } }
// ---
throw new My("mine");
// ---
class Quiet extends RuntimeException { public String getMessage() { return "custom"; } }
// ---
throw new Quiet();
// ---
int deep(int n) { return n == 0 ? 1 / zero : deep(n - 1); }
// ---
deep(5)
// ---
int forever(int n) { return forever(n + 1) + 1; }
// ---
forever(0)
// ---
CompletableFuture.supplyAsync(() -> { throw new IllegalStateException("async"); }).join()
// ---
Executors.newSingleThreadExecutor().submit(() -> 1 / zero).get()
// ---
try { deep(1); } finally { System.out.println("cleanup"); }
// ---
Stream.of(1, 0).map(i -> 1 / i).toList()
// ---
assert zero == 1;
// ---
Files.readString(Path.of("/no/such/file"))
// ---
class Init { static int v = 1 / new int[1][0].length; }
// ---
Init.v
// ---
Init.v
// ---
enum Bad { A; Bad() { throw new IllegalStateException("enum"); } }
// ---
Bad.A
// ---
int after = 5; after / zero; after = 6;
// ---
after
// ---
System.out.println("before"); s.length(); System.out.println("after");
// ---
Thread t; { t = new Thread(() -> { throw new RuntimeException("in thread"); }); t.setUncaughtExceptionHandler((th, e) -> System.out.println("handled " + e.getMessage())); t.start(); t.join(); }
