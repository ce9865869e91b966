// === what is defined again
int f() { return 1; }
// ---
int g() { return f() + 1; }
// ---
g()
// ---
int f() { return 10; }
// ---
g()
// ---
String f() { return "s"; }
// ---
g()
// ---
int f() { return 5; }
// ---
g()
// ---
int f(int x) { return x; }
// ---
f() + f(3)
// ---
int x = 1;
// ---
x
// ---
String x = "now text";
// ---
x
// ---
var x = 2.5;
// ---
x
// ---
x = 3
// ---
int y = (int) x;
// ---
y
// ---
class K { int v() { return 1; } }
// ---
var k = new K();
// ---
k.v()
// ---
class K { int v() { return 2; } int w() { return 3; } }
// ---
k
// ---
new K().w()
// ---
K other = new K();
// ---
other.v()
// ---
class K { String v() { return "v"; } }
// ---
other
// ---
interface I { int a(); }
// ---
I impl = () -> 3;
// ---
impl.a()
// ---
interface I { int a(); int b(); }
// ---
impl
// ---
I impl2 = () -> 3;
// ---
enum E { A }
// ---
E e = E.A;
// ---
enum E { A, B }
// ---
e
// ---
E.B.ordinal()
// ---
record R(int a) {}
// ---
var r = new R(1);
// ---
record R(int a, int b) {}
// ---
r
// ---
new R(1, 2)
// ---
new R(1)
// ---
class E {}
// ---
new E() == null
// ---
int K = 3;
// ---
K + new K().v()
// ---
void K() { System.out.println("method K"); }
// ---
K()
// ---
int f = f();
// ---
f
// ---
List<String> l = new ArrayList<>();
// ---
l.add("one")
// ---
List<String> l;
// ---
l
// ---
final int C = 1;
// ---
final int C = 2;
// ---
C
// ---
int c2 = C * 2;
// ---
final int C = 50;
// ---
c2
// === what is not there yet
int area() { return width * height; }
// ---
area()
// ---
int width = 2;
// ---
area()
// ---
int height = 3;
// ---
area()
// ---
class Holder { Item item; Item get() { return item; } }
// ---
new Holder()
// ---
class Item { int n = 4; }
// ---
new Holder().get()
// ---
Tree grow(int n) { return n == 0 ? null : new Tree(grow(n - 1)); }
// ---
record Tree(Tree child) {}
// ---
grow(2)
// ---
int even(int n) { return n == 0 ? 1 : odd(n - 1); }
// ---
int odd(int n) { return n == 0 ? 0 : even(n - 1); }
// ---
even(10)
// ---
void needs() throws Custom { throw new Custom(); }
// ---
class Custom extends Exception {}
// ---
needs()
// ---
interface Visitor { void visit(Element e); }
// ---
class Element { void accept(Visitor v) { v.visit(this); } }
// ---
new Element().accept(e -> System.out.println("visited"))
// ---
class A extends Base { int all() { return b + 1; } }
// ---
class Base { int b = 1; }
// ---
new A().all()
// ---
var inferred = unknown();
// ---
int unknown() { return 3; }
// ---
var inferred = unknown();
// ---
inferred
// ---
int usesBoth() { return notYet1() + notYet2(); }
// ---
int notYet1() { return 1; }
// ---
usesBoth()
// ---
int notYet2() { return 2; }
// ---
usesBoth()
// ---
Later later;
// ---
later
// ---
class Later {}
// ---
later
// ---
Later.class.getSimpleName()
// ---
List<Unknown> items = new ArrayList<>();
// ---
int bad() { return "s"; }
// ---
int half() { return missingField.x; }
// ---
class MF { int x = 8; }
// ---
MF missingField = new MF();
// ---
half()
// ---
<T extends Bound> T id(T t) { return t; }
// ---
interface Bound {}
// ---
record BR() implements Bound {}
// ---
id(new BR())
// ---
id("s")
// ---
int a1() { return a2; } int a2 = 6; a1()
// ---
int usesWrong() { return "a".foo(); }
// ---
void stat() { Missing.call(); }
// ---
stat()
// ---
class Missing { static void call() { System.out.println("called"); } }
// ---
stat()
// === imports
import java.util.concurrent.atomic.*;
// ---
new AtomicLong(4).incrementAndGet()
// ---
import static java.lang.Math.*;
// ---
max(PI, 3)
// ---
import static java.util.stream.Collectors.joining;
// ---
Stream.of("a", "b").collect(joining("-"))
// ---
import java.util.Map.Entry;
// ---
Entry<String, Integer> entry = Map.entry("k", 1);
// ---
entry
// ---
import java.nope.*;
// ---
import java.util.Nope;
// ---
import static java.lang.Math.nope;
// ---
import java.net.http.HttpClient;
// ---
HttpClient.Version.HTTP_2
// ---
import module java.net.http;
// ---
HttpRequest.newBuilder().uri(URI.create("http://a")).build().method()
// ---
import java.sql.Date;
// ---
new Date(0).getTime()
// ---
import java.util.Date;
// ---
new Date(0).getTime()
// ---
java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
// ---
lock.tryLock()
// ---
import java.util.*
// ---
import java.util.List; import java.util.Set;
// ---
Set.of(1)
// ---
import java.awt.*;
// ---
List.of(1)
// ---
import java.awt.List;
// ---
import static java.util.Map.entry;
// ---
entry("a", 1)
// ---
import java.util.function.*; Function<Integer, Integer> f = a -> a;
// ---
f.apply(1)
// ---
java.util.List.of(2)
// ---
package foo;
// ---
import foo
// ---
import
// ---
module m {}
// ---
import module nope;
// ---
import java.lang.*;
// ---
import static java.util.List.of;
// ---
of(1)
