// === variables
int x;
// ---
int y = 3;
// ---
final int z = 4;
// ---
z = 5
// ---
z
// ---
static int st = 6;
// ---
private String p = "p";
// ---
public static final long C = 7L;
// ---
volatile boolean flag;
// ---
transient int tr = 8;
// ---
int a = 1, b = 2, c;
// ---
a + b + c
// ---
int[] arr = {1, 2};
// ---
int arr2[] = {3};
// ---
int[] m1, m2[];
// ---
String[] words = {"a", "b"};
// ---
var v = 5;
// ---
var str = "x";
// ---
var list = new ArrayList<String>();
// ---
var anon = new Object() { int field = 3; int twice() { return field * 2; } };
// ---
anon.field
// ---
anon.twice()
// ---
var lambda = () -> 5;
// ---
var nothing = null;
// ---
var noInit;
// ---
var arrInit = {1};
// ---
var cond = true ? 1 : "s";
// ---
var inter = List.of(1, "a");
// ---
inter.get(0)
// ---
char ch = 65;
// ---
byte by = 10;
// ---
float f = 1.0f;
// ---
boolean bo = !false;
// ---
double d = 1e10;
// ---
Object o = new int[0];
// ---
List<String> generic = List.of();
// ---
Map<String, List<Integer>> nested;
// ---
java.util.List<java.lang.String> qualified = null;
// ---
Function<Integer, Integer> inc = i -> i + 1;
// ---
inc.apply(4)
// ---
BiFunction<Integer, Integer, Integer> add = Integer::sum;
// ---
add.andThen(i -> i * 2).apply(3, 4)
// ---
Supplier<List<String>> sup = ArrayList::new;
// ---
sup.get()
// ---
@Deprecated int annotated = 1;
// ---
int _under = 3;
// ---
int $dollar = 4;
// ---
int größe = 5;
// ---
größe * 2
// === redefinition
int x = 1;
// ---
int useX() { return x + 1; }
// ---
useX()
// ---
int x = 10;
// ---
useX()
// ---
String x = "now a string";
// ---
useX()
// ---
x
// ---
int x = 3;
// ---
useX()
// ---
int x = "does not compile";
// ---
x
// ---
useX()
// ---
double x;
// ---
x
// ---
var x = List.of(1);
// ---
x.get(0)
// ---
x = List.of(2)
// ---
int m() { return 1; }
// ---
int m() { return 2; }
// ---
m()
// ---
String m() { return "s"; }
// ---
m()
// ---
int m(int a) { return a; }
// ---
m() + m(3)
// ---
int m(int b) { return b * 2; }
// ---
m(3)
// ---
int callsM() { return m(10); }
// ---
callsM()
// ---
int m(int c) { return -1; }
// ---
callsM()
// ---
class A { int v = 1; }
// ---
A a = new A();
// ---
a.v
// ---
class A { int v = 2; int w = 3; }
// ---
a
// ---
a = new A()
// ---
a.w
// ---
class A { int v = 2; int w = 3; }
// ---
a.w
// ---
interface A {}
// ---
a
// ---
enum A { ONE, TWO }
// ---
A.TWO
// ---
record A(int r) {}
// ---
new A(4)
// ---
int A = 5;
// ---
A
// ---
new A(A)
// ---
int same = 1;
// ---
int same = 1;
// ---
same++
// ---
int same = 1;
// ---
same
// === forward references
int f() { return g() + 1; }
// ---
f()
// ---
int g() { return h; }
// ---
f()
// ---
int h = 41;
// ---
f()
// ---
class Uses { Later later; int get() { return later.value; } }
// ---
new Uses()
// ---
class Later { int value = 9; }
// ---
new Uses().later
// ---
class Child extends Parent { }
// ---
new Child()
// ---
class Parent { int p = 1; }
// ---
new Child().p
// ---
Unknown u;
// ---
u
// ---
class Unknown {}
// ---
u
// ---
u = new Unknown()
// ---
List<Undefined> lu;
// ---
int k = undefinedYet;
// ---
int k = undefinedYet();
// ---
undefinedCall()
// ---
void even(int n) { if (n > 0) odd(n - 1); else System.out.println("even"); }
// ---
even(3)
// ---
void odd(int n) { if (n > 0) even(n - 1); else System.out.println("odd"); }
// ---
even(3)
// ---
int twoMissing() { return one() + two(); }
// ---
twoMissing()
// ---
int one() { return 1; }
// ---
twoMissing()
// ---
int two() { return 2; }
// ---
twoMissing()
// ---
interface Shape { double area(); default Box box() { return null; } }
// ---
record Sq(double side) implements Shape { public double area() { return side * side; } }
// ---
new Sq(2).area()
// ---
class Box {}
// ---
new Sq(2).box()
// ---
enum Level { LOW, HIGH; Missing m; }
// ---
record Holder(Missing m) {}
// ---
@interface Mark { MissingEnum value(); }
// ---
Missing returnsMissing() { return null; }
// ---
void takesMissing(Missing m) { }
// ---
class Missing {}
// ---
takesMissing(returnsMissing())
// ---
Level.LOW
// === methods
void hello() { System.out.println("hello"); }
// ---
hello()
// ---
hello();
// ---
int add(int a, int b) { return a + b; }
// ---
add(1, 2)
// ---
static int sub(int a, int b) { return a - b; }
// ---
sub(5, 3)
// ---
public String greet(String name) { return "Hello, " + name; }
// ---
greet("you")
// ---
int fact(int n) { return n <= 1 ? 1 : n * fact(n - 1); }
// ---
fact(10)
// ---
<T> T same(T t) { return t; }
// ---
same("x")
// ---
same(5)
// ---
same(List.of(1))
// ---
<T extends Comparable<T>> T max(T a, T b) { return a.compareTo(b) > 0 ? a : b; }
// ---
max(3, 4)
// ---
max("a", "b")
// ---
int sum(int... ns) { int s = 0; for (int n : ns) s += n; return s; }
// ---
sum() + sum(1) + sum(1, 2, 3)
// ---
void fails() throws IOException { throw new IOException("io"); }
// ---
fails()
// ---
int noReturn() { }
// ---
int wrong() { return "s"; }
// ---
void overload(int i) { System.out.println("int"); }
// ---
void overload(long l) { System.out.println("long"); }
// ---
void overload(Object o) { System.out.println("object"); }
// ---
overload(1); overload(1L); overload('c'); overload("s"); overload(1.0)
// ---
int[] array() { return new int[] {1}; }
// ---
array()
// ---
abstract int abs();
// ---
abs()
// ---
synchronized void sync() { }
// ---
native void nat();
// ---
String toString() { return "x"; }
// ---
int hashCode() { return 1; }
// ---
final int fin() { return 3; }
// ---
fin()
// ---
default void def() { }
// ---
void local() { class L { int v = 4; } record R(int a) {} System.out.println(new L().v + " " + new R(1)); }
// ---
local()
// ---
Runnable make(int n) { return () -> System.out.println("made " + n); }
// ---
make(3).run()
// ---
void duplicate(int a, int a) { }
// ---
@SafeVarargs final <T> List<T> listOf(T... ts) { return Arrays.asList(ts); }
// ---
listOf(1, 2)
// === overloads that call each other
int pow(int b, int e) { return e == 0 ? 1 : b * pow(b, e - 1); }
// ---
int pow(int b) { return pow(b, 2); }
// ---
pow(3)
// ---
String pow(String s) { return s + pow(2); }
// ---
pow("x")
// ---
int pow(int b, int e) { return 0; }
// ---
pow(3) + pow("y")
