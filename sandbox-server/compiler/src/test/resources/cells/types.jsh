// === classes
class Point { int x, y; Point(int x, int y) { this.x = x; this.y = y; } @Override public String toString() { return "(" + x + ", " + y + ")"; } }
// ---
new Point(1, 2)
// ---
var p = new Point(3, 4);
// ---
p.x
// ---
p.x = 10
// ---
p.x += 5
// ---
p.x++
// ---
p
// ---
class Counter {
    private int count;
    private static int total = 0;

    synchronized int next() {
        total++;
        return ++count;
    }

    static int total() { return total; }

    static class Nested { String name = "nested"; }

    class Inner { int outerCount() { return count; } }
}
// ---
Counter c = new Counter(); c.next(); c.next(); Counter.total()
// ---
new Counter.Nested().name
// ---
c.new Inner().outerCount()
// ---
c.count
// ---
class Sub extends Point { Sub() { super(7, 8); } }
// ---
new Sub()
// ---
Point q = new Sub();
// ---
q instanceof Sub
// ---
abstract class Shape { abstract double area(); double twice() { return 2 * area(); } }
// ---
new Shape()
// ---
new Shape() { double area() { return 3; } }.twice()
// ---
class Square extends Shape { double side; Square(double s) { side = s; } double area() { return side * side; } }
// ---
Shape s = new Square(3);
// ---
s.area()
// ---
s.twice()
// ---
List<Shape> shapes = List.of(s, new Square(1));
// ---
shapes.stream().mapToDouble(Shape::area).sum()
// ---
final class Fin {}
// ---
class Init { static { System.out.println("static init"); } { System.out.println("instance init"); } static int v = 5; }
// ---
Init.v
// ---
new Init().hashCode() == 0
// ---
public class Pub { public int v = 1; }
// ---
private class Priv { int v = 2; }
// ---
new Pub().v + new Priv().v
// ---
static class Stat { int v = 3; }
// ---
new Stat().v
// ---
class Node<T> { T value; Node<T> next; Node(T v, Node<T> n) { value = v; next = n; } }
// ---
new Node<>("a", new Node<>("b", null)).next.value
// ---
var node = new Node<>(1, null);
// ---
node.value + 1
// ---
class A1 { B1 b; } class B1 { A1 a; }
// ---
new B1().a
// ---
class Throwing { Throwing() { throw new IllegalArgumentException("no"); } }
// ---
new Throwing()
// ---
class MyException extends RuntimeException { MyException(String m, Throwable c) { super(m, c); } }
// ---
throw new MyException("mine", new IOException("cause"));
// === records
record Pair(int a, String b) {}
// ---
new Pair(1, "x")
// ---
new Pair(1, "x").equals(new Pair(1, "x"))
// ---
new Pair(2, "y").b()
// ---
record Range(int from, int to) { public Range { if (from > to) throw new IllegalArgumentException(from + " > " + to); } int length() { return to - from; } static Range of(int n) { return new Range(0, n); } }
// ---
Range.of(5).length()
// ---
new Range(2, 1)
// ---
record Box<T>(T content) { <R> Box<R> map(Function<T, R> f) { return new Box<>(f.apply(content)); } }
// ---
new Box<>("text").map(String::length)
// ---
Object o = new Pair(3, "z");
// ---
if (o instanceof Pair(int a, String b) && a == 3) System.out.println(a + b);
// ---
switch (o) { case Pair(var a, var b) when a > 5 -> "big"; case Pair(int a, String b) -> b + a; default -> "other"; }
// ---
record Empty() {}
// ---
new Empty()
// ---
record Self(Self s) {}
// ---
new Self(new Self(null))
// ---
record Ann(@Deprecated int a) {}
// ---
record Comp(int n) implements Comparable<Comp> { public int compareTo(Comp o) { return Integer.compare(n, o.n); } }
// ---
Stream.of(new Comp(3), new Comp(1)).sorted().toList()
// ---
record record(int record) {}
// ---
new record(1)
// === enums
enum Color { RED, GREEN, BLUE }
// ---
Color.RED
// ---
Color.values()
// ---
Color.valueOf("BLUE").ordinal()
// ---
Color.valueOf("PINK")
// ---
Color c = Color.GREEN;
// ---
switch (c) { case RED -> 1; case GREEN -> 2; case BLUE -> 3; }
// ---
switch (c) { case RED: System.out.println("r"); break; case GREEN: System.out.println("g"); default: System.out.println("fall"); }
// ---
enum Planet { EARTH(1.0) { @Override String hi() { return "home"; } }, MARS(0.1); final double mass; Planet(double m) { mass = m; } String hi() { return "hi from " + name(); } }
// ---
Planet.EARTH.hi() + Planet.MARS.hi()
// ---
Planet.EARTH.getClass() == Planet.class
// ---
new EnumMap<>(Map.of(Color.RED, 1))
// ---
EnumSet.allOf(Color.class)
// ---
enum Op implements IntBinaryOperator { PLUS { public int applyAsInt(int a, int b) { return a + b; } } }
// ---
Op.PLUS.applyAsInt(1, 2)
// ---
enum Empty {}
// ---
Empty.values().length
// === sealed types and interfaces
sealed interface Expr permits Num, Add {} record Num(int n) implements Expr {} record Add(Expr l, Expr r) implements Expr {}
// ---
sealed interface Shape { record Circle(double r) implements Shape {} record Rect(double w, double h) implements Shape {} }
// ---
Shape s = new Shape.Rect(2, 3);
// ---
double area(Shape s) { return switch (s) { case Shape.Circle c -> Math.PI * c.r(); case Shape.Rect(double w, double h) -> w * h; }; }
// ---
area(s)
// ---
String name(Shape s) { return switch (s) { case Shape.Circle c -> "circle"; }; }
// ---
interface Greeter { String greet(String n); default Greeter twice() { return n -> greet(greet(n)); } static Greeter polite() { return n -> "Dear " + n; } }
// ---
Greeter g = n -> "Hi " + n;
// ---
g.greet("Bob")
// ---
g.twice().greet("Bob")
// ---
Greeter.polite().greet("Bob")
// ---
Greeter.polite()
// ---
interface Fn<A, B> { B call(A a) throws Exception; }
// ---
Fn<String, Integer> len = String::length;
// ---
len.call("four")
// ---
@interface Marker { int value() default 3; String[] names() default {}; }
// ---
@Marker(value = 4, names = {"a"}) class Marked {}
// ---
Marked.class.getAnnotations().length
// ---
class Outer { interface I { int v(); } enum E { A } record R(int a) {} @interface An {} }
// ---
Outer.E.A
// ---
new Outer.R(5)
// ---
Outer.I i = () -> 9;
// ---
i.v()
// ---
i
// === generics
<T> List<T> rep(T t, int n) { return Collections.nCopies(n, t); }
// ---
rep("a", 2)
// ---
rep(1, 2).get(0) + 1
// ---
<K, V extends Comparable<V>> K best(Map<K, V> m) { return m.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey(); }
// ---
best(Map.of("a", 1, "b", 2))
// ---
class Stack<E> implements Iterable<E> { private final Deque<E> d = new ArrayDeque<>(); Stack<E> push(E e) { d.push(e); return this; } public Iterator<E> iterator() { return d.iterator(); } }
// ---
for (String s : new Stack<String>().push("a").push("b")) System.out.print(s);
// ---
new Stack<Integer>().push(1).iterator()
// ---
List<Integer> li = new ArrayList<String>();
// ---
List<? extends Number> nums = List.of(1, 2.5);
// ---
nums.get(1)
// ---
nums.add(3)
// ---
Map<String, Map<Integer, List<String>>> deep = new HashMap<>();
// ---
deep.computeIfAbsent("a", k -> new TreeMap<>()).computeIfAbsent(1, k -> new ArrayList<>()).add("x")
// ---
deep
// ---
List raw = List.of(1);
// ---
List<String> unchecked = raw;
// ---
unchecked.get(0)
// ---
String bad = unchecked.get(0);
// ---
(List<String>) raw
// ---
Collections.<String>emptyList()
// ---
new ArrayList<>() {{ add(1); }}
// ---
Optional<? super Integer> os = Optional.of(1);
// ---
os.get()
// ---
Comparator<Map.Entry<String, Integer>> cmp = Map.Entry.<String, Integer>comparingByValue().reversed();
// ---
Stream.iterate(1, i -> i * 2).limit(5).reduce(Integer::sum)
// ---
Stream.of(1, 2, 3).collect(Collectors.partitioningBy(i -> i > 1, Collectors.counting()))
// ---
Function<Integer, Function<Integer, Integer>> curried = a -> b -> a + b;
// ---
curried.apply(1)
// ---
curried.apply(1).apply(2)
// === types that are refused
class Bad extends Missing2 { }
// ---
class Broken { int x = "s"; }
// ---
class Twice { int a; int a; }
// ---
final class Fin {}
// ---
class SubFin extends Fin {}
// ---
record Wrong(int a) { int extra; }
// ---
@FunctionalInterface interface Two { void a(); void b(); }
// ---
non-sealed class Wrong2 {}
// ---
sealed interface Tree {}
