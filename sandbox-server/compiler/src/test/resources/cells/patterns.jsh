// === switches over sealed types
sealed interface Shape permits Circle, Square, Rect {}
record Circle(double r) implements Shape {}
record Square(double side) implements Shape {}
record Rect(double w, double h) implements Shape {}
// ---
double area(Shape s) { return switch (s) { case Circle(double r) -> 3 * r * r; case Square(var a) -> a * a; case Rect(double w, double h) -> w * h; }; }
// ---
area(new Circle(2))
// ---
area(new Rect(2, 3))
// ---
Stream.of(new Circle(1), new Square(2)).mapToDouble(s -> area(s)).sum()
// ---
double bad(Shape s) { return switch (s) { case Circle c -> 1; case Square q -> 2; }; }
// ---
Shape any = new Square(4);
// ---
switch (any) { case Square(double a) when a > 3 -> System.out.println("big"); case Square q -> System.out.println("small"); default -> System.out.println("other"); }
// ---
any instanceof Square(double a) && a > 3
// ---
any instanceof Circle(double r) ? r : -1
// ---
switch (any) { case null -> "none"; case Shape s -> s.toString(); }
// ---
Shape none = null;
// ---
switch (none) { case null -> "none"; case Shape s -> s.toString(); }
// ---
switch (none) { case Circle c -> 1; case Square q -> 2; case Rect r -> 3; }
// ---
if (!(any instanceof Square sq)) throw new IllegalStateException(); else System.out.println(sq.side());
// === nested records
record Pair<A, B>(A first, B second) {}
// ---
record Box<T>(T value) {}
// ---
var deep = new Pair<>(new Box<>(1), new Pair<>("x", List.of(2, 3)));
// ---
deep instanceof Pair(Box(Integer n), Pair(String s, List<Integer> l)) ? n + s + l : "no"
// ---
switch (deep) { case Pair(Box(var n), Pair(var s, var l)) when l.size() == 2 -> l.get(0) + n; case Pair(var a, var b) -> 0; }
// ---
if (deep instanceof Pair(var _, Pair(var s, _))) System.out.println(s);
// ---
Object o = new Pair<>(null, 5);
// ---
o instanceof Pair(String s, Integer i)
// ---
o instanceof Pair(var s, Integer i) ? "" + s + i : "no"
// ---
o instanceof Pair<?, ?> p && p.second() instanceof Integer i && i > 4
// ---
record Point(int x, int y) { Point { if (x < 0) throw new IllegalArgumentException("x " + x); } static Point origin() { return new Point(0, 0); } Point plus(Point o) { return new Point(x + o.x, y + o.y); } }
// ---
Point.origin().plus(new Point(1, 2))
// ---
new Point(-1, 0)
// ---
new Point(1, 2).equals(new Point(1, 2)) && new Point(1, 2).hashCode() == new Point(1, 2).hashCode()
// ---
record Wrong(int a) { int b; }
// ---
record Wrong(int a) { Wrong(int a) { } }
// ---
record Shadow(int x) { int x() { return x * 2; } }
// ---
record Shadow(int x) { public int x() { return x * 2; } }
// ---
new Shadow(4)
// ---
new Shadow(4).x()
// ---
record Empty() {}
// ---
new Empty()
// ---
record Nested(int a) { record Inner(int b) {} enum Kind { K } interface I {} static int count = 1; }
// ---
new Nested.Inner(Nested.count)
// ---
Nested.Kind.K
// === switches over other things
int day = 3;
// ---
switch (day) { case 1, 7 -> "weekend"; case 2, 3, 4, 5, 6 -> { String s = "week"; yield s + "day"; } default -> throw new IllegalArgumentException(); }
// ---
String name = switch (day) { case 1: yield "one"; case 3: yield "three"; default: yield "many"; };
// ---
name
// ---
switch (name) { case "one": System.out.println(1); case "three": System.out.println(3); case "four": System.out.println(4); break; default: System.out.println("d"); }
// ---
switch (day) { case 1 -> "a"; }
// ---
switch (day) { case 3 -> 1; case 3 -> 2; default -> 0; }
// ---
switch (day) { default -> 0; case 3 -> 'x'; }
// ---
switch (day) { case 3 -> 1; default -> "mixed"; }
// ---
enum Light { RED, GREEN }
// ---
Light light = Light.GREEN;
// ---
switch (light) { case RED -> "stop"; case GREEN -> "go"; }
// ---
switch (light) { case Light.RED -> 1; case Light.GREEN -> 2; }
// ---
Object o = 3.5;
// ---
switch (o) { case Integer i -> i; case Double d when d > 3 -> d * 2; case Number n -> n.intValue(); default -> -1; }
// ---
switch (o) { case Number n -> 1; case Integer i -> 2; default -> 3; }
// ---
switch (o) { case CharSequence s -> s.length(); case int[] a -> a.length; case Object x -> x.hashCode() > 0 ? 1 : 0; }
// ---
switch (5L) { case long l when l > 4 -> "big"; case long l -> "small"; }
// ---
int byteish = 200;
// ---
byteish instanceof byte b ? "fits" : "does not"
// ---
switch (byteish) { case byte b -> "byte"; case short s -> "short"; case int i -> "int"; }
// ---
switch (true) { case true -> 1; case false -> 0; }
// ---
char grade = 'b'; switch (grade) { case 'a' -> 4; case 'b' -> 3; default -> 0; }
// ---
switch (day) { case 3: int x = 1; System.out.println(x); default: x = 2; System.out.println(x); }
