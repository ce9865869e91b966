// === preview and new features
ScopedValue<String> USER = ScopedValue.newInstance();
// ---
ScopedValue.where(USER, "ann").run(() -> System.out.println(USER.get()))
// ---
try (var scope = StructuredTaskScope.open()) { var a = scope.fork(() -> 1); var b = scope.fork(() -> 2); scope.join(); System.out.println(a.get() + b.get()); }
// ---
StructuredTaskScope.Joiner.allSuccessfulOrThrow()
// ---
try (var scope = StructuredTaskScope.open(StructuredTaskScope.Joiner.<String>anySuccessfulResultOrThrow())) { scope.fork(() -> "won"); System.out.println(scope.join()); }
// ---
Object o = 42;
// ---
switch (o) { case int i when i > 40 -> "int " + i; default -> "no"; }
// ---
if (o instanceof Integer n && n > 41) System.out.println(n);
// ---
record P(Object a, Object b) {}
// ---
new P(1, new P("x", 2)) instanceof P(Integer i, P(String s, var last)) ? s + last : "no"
// ---
for (var _ : List.of(1, 2)) System.out.print("*");
// ---
try { Integer.parseInt("z"); } catch (NumberFormatException _) { System.out.println("ignored"); }
// ---
BiFunction<Integer, Integer, Integer> first = (a, _) -> a;
// ---
first.apply(1, 2)
// ---
class Flexible { final int v; Flexible(int v) { int w = v * 2; super(); this.v = w; } }
// ---
new Flexible(4).v
// ---
String s = """
    {"a": 1}\tq\
     joined""";
// ---
s
// ---
var sb = new StringBuilder(); sb.repeat("ab", 2)
// ---
List.of(1, 2, 3).reversed()
// ---
Stream.of(1, 2, 3, 4).gather(Gatherers.windowFixed(2)).toList()
// ---
(Object) 5 instanceof int k
// ---
Thread.ofVirtual().name("v").unstarted(() -> {}).getName()
// ---
var executor = Executors.newVirtualThreadPerTaskExecutor();
// ---
executor.submit(() -> Thread.currentThread().isVirtual()).get()
// ---
executor.close(); executor.isShutdown()
// ---
var latch = new CountDownLatch(2);
for (int i = 0; i < 2; i++) Thread.startVirtualThread(latch::countDown);
latch.await();
latch.getCount()
// ---
int count = 0;
Runnable bump = () -> count++;
bump.run(); bump.run();
count
// ---
var lock = new Object(); synchronized (lock) { count = 10; } count
// ---
char[] cs = {'a', 'b'}; String.valueOf(cs)
// ---
int i = 0; int[] a = {i++, i++, i++}; a
// ---
i
// ---
long l = 1L << 40; l
// ---
double nan = 0.0 / 0; nan == nan
// ---
1.0 / 0
// ---
float third = 1f / 3
// ---
'\u0041'
// ---
"\u0041b"
// ---
int \u0061b = 3;
// ---
ab
// === lambdas that capture
int base = 10;
// ---
Function<Integer, Integer> addBase = n -> n + base;
// ---
addBase.apply(1)
// ---
base = 20
// ---
addBase.apply(1)
// ---
int base = 30;
// ---
addBase.apply(1)
// ---
addBase
// ---
Supplier<Supplier<String>> nested = () -> () -> "deep " + base;
// ---
nested.get().get()
// ---
Callable<Integer> call = () -> { if (base > 5) throw new IOException("checked in lambda"); return 1; };
// ---
call.call()
// ---
Stream.of("b", "a").sorted(Comparator.naturalOrder()).toList()
// ---
Arrays.sort(new Integer[] {2, 1}, (a, b) -> b - a);
// ---
List<Supplier<Integer>> sups = new ArrayList<>(); for (int i = 0; i < 3; i++) { int j = i; sups.add(() -> j * base); } sups.stream().map(Supplier::get).toList()
// ---
new Thread(() -> System.out.println("t " + base)).run()
// ---
Optional.of(3).map(n -> n * base).orElseThrow()
// ---
IntStream.range(0, 3).mapToObj(n -> "n" + n).collect(Collectors.joining(","))
// ---
((Function<Integer, Integer>) n -> n * 2).andThen(n -> n + base).apply(4)
// ---
String::valueOf
// ---
Predicate<String> empty = String::isEmpty; empty.negate().test("x")
// === arrays
int[] a = new int[3];
// ---
a[0] = 5
// ---
a[1]++
// ---
a[2] += 7
// ---
a
// ---
a.length
// ---
a.clone()
// ---
int[][] grid = new int[2][2]; grid[1][0] = 4; grid
// ---
grid[1]
// ---
Arrays.toString(a)
// ---
Arrays.stream(a).max()
// ---
for (int v : a) System.out.print(v + " ");
// ---
Object[] objs = {1, "a", null, 'c', 2.0};
// ---
objs
// ---
objs[1]
// ---
String[] strs = "b a".split(" "); Arrays.sort(strs); strs
// ---
a = new int[] {9}
// ---
a[0]
// ---
boolean[] flags = new boolean[2];
// ---
List<String>[] lists = new List[1];
// ---
lists[0] = List.of("x")
// ---
new Integer[0]
// ---
a = null
// ---
a[0]
// ---
int[] copy = Arrays.copyOf(new int[] {1, 2, 3}, 5)
