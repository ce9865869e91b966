// === interfaces
interface Greeter { String name(); default String greet() { return prefix() + name(); } private String prefix() { return "hi "; } static Greeter of(String n) { return () -> n; } }
// ---
Greeter.of("ann").greet()
// ---
class Loud implements Greeter { public String name() { return "BOB"; } @Override public String greet() { return Greeter.super.greet() + "!"; } }
// ---
new Loud().greet()
// ---
interface A { default int f() { return 1; } }
interface B { default int f() { return 2; } }
// ---
class AB implements A, B { public int f() { return A.super.f() + B.super.f(); } }
// ---
new AB().f()
// ---
interface Const { int X = 7; }
// ---
Const.X
// ---
Const.X = 8
// ---
@FunctionalInterface interface Fn { int go(int a); }
// ---
Fn twice = a -> a * 2;
// ---
twice.go(4)
// ---
Fn viaRef = Math::abs;
// ---
viaRef.go(-3)
// ---
new Greeter() { public String name() { return "anon"; } }.greet()
// ---
interface Node<T extends Comparable<T>> { T key(); default boolean less(Node<T> o) { return key().compareTo(o.key()) < 0; } }
// ---
record Leaf(Integer key) implements Node<Integer> {}
// ---
new Leaf(1).less(new Leaf(2))
// ---
sealed interface Op { record Add(int n) implements Op {} record Neg() implements Op {} }
// ---
Op op = new Op.Add(3);
// ---
switch (op) { case Op.Add(int n) -> n; case Op.Neg() -> -1; }
// === classes of many kinds
class Counter { private static int made; private final int id = ++made; static int made() { return made; } int id() { return id; } }
// ---
new Counter().id() + new Counter().id()
// ---
Counter.made()
// ---
Counter.made
// ---
new Counter().id
// ---
abstract class Animal { abstract String sound(); public String toString() { return getClass().getSimpleName() + " " + sound(); } }
// ---
class Dog extends Animal { String sound() { return "wuff"; } }
// ---
new Dog()
// ---
new Animal()
// ---
Animal cow = new Animal() { String sound() { return "moo"; } };
// ---
cow.sound()
// ---
class Outer { int v = 1; class Inner { int w = v + 1; } static class Nested { int z = 9; } Inner make() { return new Inner(); } }
// ---
new Outer().make().w
// ---
new Outer().new Inner().w
// ---
new Outer.Nested().z
// ---
new Outer.Inner()
// ---
class Init { static { System.out.println("static"); } { System.out.println("instance"); } Init() { System.out.println("constructor"); } }
// ---
new Init(); new Init();
// ---
class Over { int f(long x) { return 1; } int f(Integer x) { return 2; } int f(int... x) { return 3; } int f(Object x) { return 4; } }
// ---
new Over().f(1)
// ---
new Over().f('c')
// ---
new Over().f((short) 1)
// ---
new Over().f("s")
// ---
new Over().f()
// ---
new Over().f(Integer.valueOf(1))
// ---
final class Fin {}
// ---
class Chain { Chain self() { return this; } int n; Chain inc() { n++; return this; } }
// ---
new Chain().inc().self().inc().n
// ---
class Eq { final int a; Eq(int a) { this.a = a; } @Override public boolean equals(Object o) { return o instanceof Eq e && e.a == a; } @Override public int hashCode() { return a; } }
// ---
Set.of(new Eq(1)).contains(new Eq(1))
// ---
class Gen<T> { T t; Gen(T t) { this.t = t; } <R> Gen<R> map(Function<? super T, ? extends R> f) { return new Gen<>(f.apply(t)); } }
// ---
new Gen<>("four").map(String::length).t
// ---
var g = new Gen<>(1).map(x -> x + 0.5);
// ---
g.t
// ---
class Missing extends NotThere {}
// ---
new Missing()
// ---
class NotThere { int here = 5; }
// ---
new Missing().here
// ---
static class StaticTop { int q = 1; }
// ---
new StaticTop().q
// ---
private class PrivateTop { }
// ---
new PrivateTop() != null
// ---
class ThisOut { int a = this.hashCode() * 0 + 1; }
// ---
new ThisOut().a
// ---
this
// ---
super.toString()
// === enums
enum Planet { EARTH(1.0) { String hello() { return "home"; } }, MARS(0.1) { String hello() { return "red"; } }; final double mass; Planet(double mass) { this.mass = mass; } abstract String hello(); }
// ---
Planet.MARS.hello()
// ---
Planet.valueOf("EARTH").mass
// ---
Planet.valueOf("PLUTO")
// ---
Planet.values().length
// ---
Arrays.stream(Planet.values()).map(Planet::hello).toList()
// ---
new EnumMap<Planet, String>(Map.of(Planet.EARTH, "e"))
// ---
EnumSet.allOf(Planet.class)
// ---
enum Single { ONE; static int calls; int call() { return ++calls; } }
// ---
Single.ONE.call() + Single.ONE.call()
// ---
enum Impl implements Supplier<String> { X { public String get() { return "x"; } }, Y { public String get() { return "y"; } } }
// ---
Impl.Y.get()
// ---
Planet.EARTH.compareTo(Planet.MARS)
// ---
new Planet()
// ---
Planet p = null;
// ---
p == Planet.EARTH
// ---
switch (p) { case EARTH -> 1; case MARS -> 2; }
// ---
enum Empty {}
// ---
Empty.values().length
// ---
Planet.EARTH.name() + Planet.EARTH.ordinal()
// ---
import static java.time.DayOfWeek.*;
// ---
MONDAY.plus(2)
// ---
switch (FRIDAY) { case FRIDAY -> "yes"; default -> "no"; }
// === annotations
@interface Plain {}
// ---
@Plain int marked = 1;
// ---
@Plain void m() {}
// ---
@Plain class C {}
// ---
@Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Info { String value() default "d"; int[] sizes() default {}; }
// ---
import java.lang.annotation.*;
// ---
@Retention(RetentionPolicy.RUNTIME) @interface Info { String value() default "d"; int[] sizes() default {}; }
// ---
@Info(value = "v", sizes = {1, 2}) class Marked {}
// ---
Marked.class.getAnnotation(Info.class).value()
// ---
Marked.class.getAnnotation(Info.class).sizes().length
// ---
@Missing int x;
// ---
@Override int notOverriding() { return 1; }
// ---
@Deprecated int old() { return 1; }
// ---
old()
// ---
@SuppressWarnings("unchecked") List<String> raw = new ArrayList();
// ---
raw.add("s"); raw
// ---
List rawList = new ArrayList();
// ---
rawList.add(1)
// ---
rawList.get(0)
// ---
@SafeVarargs static <T> List<T> listOf(T... ts) { return Arrays.asList(ts); }
// ---
listOf(1, 2)
// ---
listOf("a", 1).size()
// ---
@Target(ElementType.METHOD) @interface OnlyMethods {}
// ---
@Repeatable(Tags.class) @Retention(RetentionPolicy.RUNTIME) @interface Tag { String value(); }
@Retention(RetentionPolicy.RUNTIME) @interface Tags { Tag[] value(); }
// ---
@Tag("a") @Tag("b") class Tagged {}
// ---
Tagged.class.getAnnotationsByType(Tag.class).length
