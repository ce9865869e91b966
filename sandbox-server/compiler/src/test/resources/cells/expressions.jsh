// === literals and operators
1 + 1
// ---
1000 * 2 + 1
// ---
2147483647 + 1
// ---
10L * 3
// ---
1 / 3.0
// ---
1.5f
// ---
'a' + 1
// ---
(char) ('a' + 1)
// ---
"a" + 1 + 2
// ---
1 + 2 + "a"
// ---
true && !false
// ---
5 > 3 ? "yes" : "no"
// ---
5 > 3 ? 1 : 2.0
// ---
7 % 3
// ---
-7 >> 1
// ---
-7 >>> 28
// ---
(byte) 200
// ---
(short) 70000
// ---
0x1F
// ---
0b1010_1010
// ---
1_000_000
// ---
~5
// ---
3 == 3.0
// ---
"x" == "x"
// ---
"x".equals("y")
// ---
null
// ---
(String) null
// ---
'\n'
// ---
"tab\there \"quoted\" \\ and \u00e9 日本"
// ---
'\''
// ---
Integer.MAX_VALUE
// ---
Math.PI
// ---
Math.max(3, 4)
// ---
(int) 3.99
// ---
(Object) 5
// ---
(Number) 5
// ---
Long.valueOf(5)
// ---
1 < 2
// ---
"abc" instanceof String
// ---
(Object) "abc" instanceof String s && s.length() == 3
// ---
1 == 1 ? null : 0
// ---
true ? 1 : 'a'
// ---
true ? Integer.valueOf(1) : Double.valueOf(2)
// ---
true ? "a" : 1
// ---
true ? List.of(1) : Set.of("a")
// === variables named
int x = 5;
// ---
x
// ---
x;
// ---
(x)
// ---
x + 1
// ---
x = 7
// ---
x += 3
// ---
x++
// ---
++x
// ---
x
// ---
x--
// ---
-x
// ---
x = x
// ---
(x = 9)
// ---
x = x = 3
// ---
x <<= 2
// ---
int y = x = 20;
// ---
x == y
// ---
String s = "s";
// ---
s
// ---
s += 1
// ---
s = null
// ---
s
// ---
s + s
// ---
long l = x;
// ---
l = 3
// ---
l
// ---
double d = 1;
// ---
d = 2
// ---
d /= 3
// ---
byte b = 1; b += 300
// ---
b
// ---
char c = 'c'; c++
// ---
c
// ---
c += 1
// ---
Object o = 1;
// ---
o = "text"
// ---
o
// ---
Integer boxed = 5;
// ---
boxed++
// ---
boxed
// ---
boxed = null
// ---
boxed + 1
// === calls and creations
new Object()
// ---
new int[3]
// ---
new int[] {1, 2, 3}
// ---
new String[2][3]
// ---
new int[][] {{1}, {2, 3}, null}
// ---
new String[] {"a", null}
// ---
new char[] {'a', '\n'}
// ---
new ArrayList<>()
// ---
new ArrayList<String>()
// ---
new HashMap<String, List<Integer>>()
// ---
List.of()
// ---
List.of(1, 2, 3)
// ---
List.of(1, "a")
// ---
List.of(1, 2.0)
// ---
List.of(1, 2L, 3.0f)
// ---
Map.of("a", 1)
// ---
Arrays.asList(1, 2)
// ---
Arrays.asList(1, "x", 'c')
// ---
Optional.empty()
// ---
Optional.of("x")
// ---
Optional.of("x").map(String::length)
// ---
Stream.of(1, 2, 3).map(i -> i * i).toList()
// ---
IntStream.range(0, 5).boxed().collect(Collectors.toList())
// ---
Stream.of("a", "b").collect(Collectors.toMap(s -> s, String::length))
// ---
Stream.of("a", "bb", "cc").collect(Collectors.groupingBy(String::length))
// ---
IntStream.rangeClosed(1, 5).sum()
// ---
"hello".chars().filter(ch -> ch == 'l').count()
// ---
"a,b".split(",")
// ---
String.join("-", List.of("a", "b"))
// ---
"%d %s".formatted(1, "x")
// ---
"abc".charAt(1)
// ---
"abc".getClass()
// ---
int.class
// ---
int[].class
// ---
List.class
// ---
new Thread(() -> {}).getState()
// ---
Thread.State.NEW
// ---
TimeUnit.SECONDS
// ---
Thread.currentThread().isVirtual()
// ---
Collections.emptyList()
// ---
Collections.unmodifiableMap(new TreeMap<>(Map.of("k", 1)))
// ---
Objects.requireNonNullElse(null, "z")
// ---
new StringBuilder("x").append(1)
// ---
new int[] {3, 1, 2}[1]
// ---
new int[3].length
// ---
Math.floorMod(-3, 5)
// ---
System.getProperty("no.such.property")
// ---
List.of(1, 2).get(0)
// ---
List.of("a").getFirst().length()
// ---
new AtomicInteger(4)
// ---
new AtomicInteger(4).incrementAndGet()
// ---
Duration.ofMinutes(3)
// ---
BigInteger.TWO.pow(70)
// ---
new BigDecimal("1.10")
// ---
ThreadLocalRandom.current().nextInt(1)
// ---
CompletableFuture.completedFuture(5).join()
// ---
Class.forName("java.lang.String")
// ---
Path.of("a", "b")
// ---
Pattern.compile("a+").matcher("aa").matches()
// ---
new Random(5).nextInt(100)
// ---
Locale.ROOT
// ---
new Scanner("1 2").nextInt()
// ---
switch (3) { case 1 -> "one"; default -> "many"; }
// ---
switch ("b") { case "a": yield 1; default: yield 2; }
// ---
switch ((Object) 5) { case Integer i when i > 3 -> "big " + i; case Integer i -> "small"; default -> "none"; }
// === names of temporary variables
1
// ---
int a = 2;
// ---
3
// ---
$1 + $3
// ---
System.out.println("counts too")
// ---
$4
// ---
$4 = 50
// ---
$4
// ---
int z = $4 * 2;
// ---
1 +
// ---
100
// ---
int $9 = 5;
// ---
$9
// ---
6
// ---
7
// ---
List.of($1, $3)
// ---
$13.size()
// ---
void twice() { System.out.println($1 * 2); }
// ---
twice()
// ---
int p = 1, q = 2;
// ---
p + q
// ---
import java.util.List;
// ---
8
// === types of temporary variables
var list = new ArrayList<Map<String, ? extends Number>>();
// ---
list
// ---
list.add(Map.of("a", 1))
// ---
list.get(0)
// ---
list.get(0).get("a")
// ---
list.stream()
// ---
list.stream().map(m -> m.size())
// ---
List<?> wild = List.of(1);
// ---
wild.get(0)
// ---
wild.iterator()
// ---
List<? super Integer> sup = new ArrayList<>(List.of(1));
// ---
sup.get(0)
// ---
Class<?> k = String.class;
// ---
k.cast("x")
// ---
k.getSuperclass()
// ---
"x".getClass().cast("y")
// ---
Enum.valueOf(TimeUnit.class, "DAYS")
// ---
TimeUnit.class.getEnumConstants()
// ---
List raw = new ArrayList();
// ---
raw.add(1)
// ---
raw.get(0)
// ---
new Object() { int n = 3; }
// ---
new Object() { int n = 3; }.n
// ---
new Runnable() { public void run() {} }
// ---
new Comparator<String>() { public int compare(String a, String b) { return 0; } }
// ---
(Runnable) () -> {}
// ---
(Runnable & java.io.Serializable) () -> {}
// ---
(Supplier<String>) () -> "s"
// ---
((Supplier<String>) () -> "s").get()
// ---
Function.identity()
// ---
Comparator.comparing(String::length)
// ---
Stream.of(1, "a").toList().get(0)
// ---
Stream.of(new int[] {1})
// ---
new Map.Entry[] {Map.entry(1, 2)}
// ---
Map.entry("a", 1)
// ---
Thread.ofVirtual()
// ---
new java.util.concurrent.locks.ReentrantLock().newCondition().getClass().getSimpleName()
// ---
java.util.List.of(1)
// ---
new LinkedHashMap<>(Map.of(1, List.of(2))).entrySet()
