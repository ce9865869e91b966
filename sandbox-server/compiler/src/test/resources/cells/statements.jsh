// === plain statements
System.out.println("hello");
// ---
System.out.println("no semicolon")
// ---
System.out.print("a"); System.out.print("b");
// ---
for (int i = 0; i < 3; i++) System.out.println(i);
// ---
for (int i = 0; i < 3; i++) { System.out.print(i); }
// ---
for (String s : List.of("x", "y")) System.out.print(s);
// ---
int n = 3;
while (n > 0) n--;
n
// ---
do { n++; } while (n < 5);
n
// ---
if (n == 5) System.out.println("five"); else System.out.println("other");
// ---
if (n == 4) {
    System.out.println("four");
} else if (n == 5) {
    System.out.println("five");
} else {
    System.out.println("other");
}
// ---
{ int local = 4; System.out.println(local); }
// ---
local
// ---
{ n = 10; n++; }
n
// ---
switch (n) { case 11: System.out.println("eleven"); break; default: System.out.println("?"); }
// ---
switch (n) { case 11 -> System.out.println("eleven"); default -> {} }
// ---
try { throw new RuntimeException("caught"); } catch (RuntimeException e) { System.out.println(e.getMessage()); } finally { System.out.println("finally"); }
// ---
try (var in = new StringReader("text")) { System.out.println((char) in.read()); }
// ---
synchronized (new Object()) { System.out.println("in"); }
// ---
outer: for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (j == 1) continue outer; System.out.print(i + "" + j + " "); } }
// ---
;
// ---
;;
// ---
assert n > 0;
// ---
assert false : "not enabled";
// ---
return;
// ---
return 5;
// ---
yield 5;
// ---
break;
// ---
continue;
// ---
while (true) { break; }
// ---
for (;;) { if (n++ > 20) break; }
n
// ---
throw new IllegalStateException("thrown");
// ---
throw null;
// ---
if (true) throw new Exception("checked");
// ---
Thread.sleep(1);
// ---
Thread.sleep(1)
// ---
new Thread(() -> System.out.println("in a thread")) {{ start(); join(); }};
// ---
{ var t = Thread.ofVirtual().start(() -> System.out.println("virtual")); t.join(); }
// ---
IO.println("from IO");
// ---
IO.print(1); IO.println();
// ---
int a = 1; int b = 2; System.out.println(a + b); a + b
// ---
// only a comment
// ---
/* only a comment */
// ---
/** doc */ int documented = 4; // trailing
// ---
int /* in between */ odd = /* here */ 5 /* there */;
// ---
odd // trailing
// ---
odd /* trailing */
// ---
n = 5; // set
n // read
// === five statements and a loop
int sum = 0;
for (int i = 1; i <= 10; i++) {
    sum += i;
}
sum *= 2;
System.out.println("sum " + sum);
sum
// ---
List<Integer> squares = new ArrayList<>();
for (int i = 0; i < 5; i++) squares.add(i * i);
squares.removeIf(i -> i % 2 == 1);
squares.add(100);
squares
// ---
squares.clear()
// ---
squares.add(1); squares.add(2); squares.add(3); squares.add(4); squares.add(5);
// ---
squares.forEach(System.out::println)
// ---
squares.forEach(i -> { int k = i + 1; System.out.print(k + " "); });
// ---
Collections.shuffle(squares, new Random(1)); squares
// ---
squares.add(7); squares.get(99); squares.add(8);
// ---
squares.size()
// === multi line
Stream.of(3, 1, 2)
    .sorted()
    .map(i ->
        i * 10)
    .toList()
// ---
String text = """
    A text block
      with "quotes"
    and \
    a joined line
    """;
// ---
text
// ---
text.lines()
    .map(String::strip)
    .collect(Collectors.joining("|"));
// ---
int[] numbers = {
    1,
    2, // two
    3
};
numbers.length
// ---
Map<String, Integer> ages = new TreeMap<>(Map.of(
    "ann", 30,
    "bob", 40));
// ---
ages.forEach((name, age) ->
    System.out.println(name + " is " + age));
// ---
ages
    .entrySet()
    .stream()
    .filter(e -> e.getValue() > 35)
    .findFirst()
    .get()
// ---
Runnable r = () -> {
    System.out.println("one");
    System.out.println("two");
};
r.run();
