// === that the parser finds
int = 3;
// ---
int a b;
// ---
foo(
// ---
foo)
// ---
if (true
// ---
if true) {}
// ---
for (int i = 0; i < 3) {}
// ---
else { }
// ---
case 1:
// ---
catch (Exception e) {}
// ---
class { }
// ---
void m( { }
// ---
void m() { return }
// ---
int x = ;
// ---
1 +
// ---
+ 1
// ---
* 1
// ---
a..b
// ---
a.1
// ---
new ;
// ---
new int;
// ---
int[] a = new int[];
// ---
x -> 
// ---
() -> ;
// ---
switch (1) { }
// ---
switch (1) { case }
// ---
do { } 
// ---
try { }
// ---
@ int a;
// ---
#
// ---
`
// ---
a ? b
// ---
a ? b : 
// ---
int class = 3;
// ---
int goto = 1;
// ---
int _ = 3;
// ---
int enum = 1;
// ---
String s = 'long';
// ---
public void private x;
// ---
List<int> l;
// ---
List<String l;
// ---
"a" "b"
// ---
1 2
// ---
a b c
// ---
void v = 1;
// ---
abstract int f();
// ---
int f();
// ---
native int f();
// ---
}
// ---
{ { }
// ---
]
// ---
/* never closed
// ---
// only a comment
// ---
/** doc */
// ---
int é = 1; é
// === that the compiler finds
int a = "s";
// ---
String s = 1;
// ---
undefined
// ---
undefined()
// ---
undefined.x
// ---
new Undefined()
// ---
"s".undefined()
// ---
"s".length
// ---
Math.undefined
// ---
int b = 1; b.foo()
// ---
boolean t = 1;
// ---
if (1) {}
// ---
while ("s") {}
// ---
int i = null;
// ---
Integer n = 1L;
// ---
char c = -1;
// ---
byte y = 128;
// ---
List<String> l = List.of(1);
// ---
List<Object> lo = List.of("s"); lo
// ---
List<Object> l2 = new ArrayList<String>();
// ---
Math.abs("s")
// ---
Math.max(1)
// ---
new Thread(1, 2, 3)
// ---
String.valueOf()
// ---
"a" - 1
// ---
!5
// ---
-"s"
// ---
true + 1
// ---
true > false
// ---
"a" < "b"
// ---
1 == "s"
// ---
(String) 5
// ---
(Integer) "s"
// ---
5 instanceof Integer
// ---
"s" instanceof Integer
// ---
void v() { return 1; }
// ---
int r() { }
// ---
int r2(boolean b) { if (b) return 1; }
// ---
int un() { int z; return z; }
// ---
void dead() { return; System.out.println(); }
// ---
void inf() { while (true) {} }
// ---
void afterInf() { while (true) {} int x = 1; }
// ---
int dup(int p) { int p = 1; return p; }
// ---
void lam() { int z = 1; z++; Runnable q = () -> System.out.println(z); }
// ---
Runnable noReturn = () -> { return 1; };
// ---
Supplier<Integer> noValue = () -> { };
// ---
var f = x -> x;
// ---
var m = String::length;
// ---
Comparator<String> cmp = (x, y) -> x;
// ---
Function<String> half;
// ---
Map<String> mm;
// ---
throw new Object();
// ---
throw "s";
// ---
Thread.sleep("s")
// ---
new Runnable()
// ---
new List<>()
// ---
Runnable run = new Runnable() { };
// ---
int[] arr = {1}; arr.length()
// ---
arr.foo
// ---
this.x
// ---
super.x
// ---
int q = q + 1;
// ---
int q2 = q2++;
// ---
String str = switch (1) { case 1 -> "a"; };
// ---
int noDef = switch ("x") { case "x" -> 1; };
// ---
for (int e : 5) {}
// ---
for (String e : List.of(1)) {}
// ---
try (String e = "") {}
// ---
synchronized (1) {}
// ---
Object ob = () -> 1;
// ---
Object ob2 = (Runnable) () -> {}; ob2 != null
// ---
List<? extends Number> ln = List.of(1, 2.0); ln
// ---
ln.add(3)
// ---
static int st() { return this.hashCode(); }
// ---
int con = true ? 1 : "s";
// ---
final var fin = 1; fin = 2
// ---
private int pr() { return 1; } pr()
// ---
protected int pt = 1; pt
// ---
public static void psv() { System.out.println("psv"); } psv()
// ---
synchronized int sy() { return 2; } sy()
// ---
strictfp double sd() { return 1.0; } sd()
