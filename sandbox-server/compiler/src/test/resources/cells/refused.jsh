// === types that are refused, for many reasons
interface A { default int f() { return 1; } }
// ---
interface B { default int f() { return 2; } }
// ---
interface Greeter { String name(); }
// ---
abstract class Animal { abstract String sound(); }
// ---
final class Fin {}
// ---
@interface Info { String value(); }
// ---
import java.lang.annotation.*;
// ---
@Target(ElementType.METHOD) @interface OnlyMethods {}
// ---
class AB implements A, B {}
// ---
class Weak implements Greeter { String name() { return ""; } }
// ---
@FunctionalInterface interface NotFn { int a(); int b(); }
// ---
non-sealed interface Lost {}
// ---
final interface Wrong {}
// ---
class Cat extends Animal { }
// ---
class Sub extends Fin {}
// ---
class Strict { @Override public String tostring() { return ""; } }
// ---
class Twice { int a; int a; }
// ---
class Loop extends Loop {}
// ---
enum Bad { A, A }
// ---
@Info(5) class WrongValue {}
// ---
@OnlyMethods class NotHere {}
// ---
class A { int }
// ---
class Ab extends Runnable {}
// ---
class Ac implements Object {}
// ---
interface Ad extends Object {}
// ---
class Ae { void f(); }
// ---
class Af { abstract void f(); }
// ---
class Ag { int f() { return 1; } String f() { return ""; } }
// ---
class Ah<T> { static T t; }
// ---
class Ai { Ai(int x) {} } new Ai()
// ---
class Aj extends Thread { Aj() { super(1, 2); } }
// ---
enum Ak { X(1) }
// ---
record Al(int a) extends Object {}
// ---
int stillHere = 1;
// ---
stillHere = 2
// ---
String named = "x" + stillHere;
