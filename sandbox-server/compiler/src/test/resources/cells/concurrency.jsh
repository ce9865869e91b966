// === threads and locks
{ var t = new Thread(() -> System.out.println("in thread")); t.start(); t.join(); System.out.println(t.getState()); }
// ---
Thread.currentThread().isDaemon() || true
// ---
AtomicInteger hits = new AtomicInteger();
// ---
var ts = new ArrayList<Thread>(); for (int i = 0; i < 8; i++) ts.add(Thread.startVirtualThread(hits::incrementAndGet)); for (var v : ts) v.join(); hits
// ---
hits.get()
// ---
ReentrantLock lock = new ReentrantLock();
// ---
lock.lock(); try { lock.getHoldCount() } finally { lock.unlock(); }
// ---
lock.lock(); try { System.out.println(lock.getHoldCount()); } finally { lock.unlock(); }
// ---
lock.unlock()
// ---
lock.isLocked()
// ---
Condition c = lock.newCondition();
// ---
c.signal()
// ---
class Account { private long cents; synchronized void add(long n) { cents += n; } synchronized long get() { return cents; } }
// ---
var acc = new Account();
// ---
try (var ex = Executors.newFixedThreadPool(4)) { for (int i = 0; i < 100; i++) ex.submit(() -> acc.add(1)); }
// ---
acc.get()
// ---
CompletableFuture.supplyAsync(() -> 20).thenApply(x -> x * 2).thenCombine(CompletableFuture.completedFuture(2), Integer::sum).join()
// ---
CompletableFuture.failedFuture(new IOException("f")).join()
// ---
CompletableFuture.supplyAsync(() -> { throw new IllegalStateException("async"); }).handle((v, e) -> e.getCause().getMessage()).join()
// ---
Callable<String> call = () -> "called";
// ---
new FutureTask<>(call).isDone()
// ---
var task = new FutureTask<>(call); task.run(); task.get()
// ---
var q = new ArrayBlockingQueue<Integer>(2); q.put(1); q.offer(2); q.offer(3)
// ---
q
// ---
q.remainingCapacity()
// ---
new Semaphore(1).tryAcquire(2)
// ---
var map = new ConcurrentHashMap<String, Integer>(); map.merge("a", 1, Integer::sum); map.merge("a", 1, Integer::sum); map
// ---
map.computeIfAbsent("b", String::length)
// ---
ThreadLocal<Integer> tl = ThreadLocal.withInitial(() -> 7);
// ---
tl.get()
// ---
tl.set(8); tl.get()
// ---
Thread.ofPlatform().name("named").unstarted(() -> {}).getName()
// ---
synchronized (lock) { lock.notifyAll(); }
// ---
lock.notify()
// ---
var phaser = new Phaser(1); phaser.arrive()
// ---
new CyclicBarrier(1).await()
// ---
var scope = StructuredTaskScope.open(); scope.close();
// ---
try (var s = StructuredTaskScope.open()) { s.fork(() -> { throw new IOException("sub"); }); s.join(); }
// ---
try (var s = StructuredTaskScope.open()) { s.fork(() -> 1); }
// ---
IntStream.rangeClosed(1, 100).parallel().sum()
// ---
List.of(3, 1, 2).parallelStream().sorted().toList()
// ---
volatile int vol = 1; vol++; vol
// ---
VarHandle vh;
// ---
import java.lang.invoke.*;
// ---
VarHandle vh = MethodHandles.arrayElementVarHandle(int[].class);
// ---
int[] cells = {0}; vh.compareAndSet(cells, 0, 0, 5); cells[0]
// ---
StampedLock sl = new StampedLock(); long stamp = sl.tryOptimisticRead(); sl.validate(stamp)
// ---
var exch = new Exchanger<String>(); exch.getClass().getSimpleName()
// ---
Executors.newSingleThreadExecutor().shutdownNow()
// ---
ScopedValue<String> sv = ScopedValue.newInstance();
// ---
sv.get()
// ---
ScopedValue.where(sv, "bound").call(() -> sv.get())
// ---
sv.isBound()
// ---
TimeUnit.SECONDS.toMillis(2)
// ---
Duration.ofSeconds(90)
// ---
Thread.sleep(Duration.ofMillis(1))
// === lambdas and generics
<T, R> List<R> map(List<T> in, Function<? super T, ? extends R> f) { var out = new ArrayList<R>(); for (T t : in) out.add(f.apply(t)); return out; }
// ---
map(List.of(1, 2), x -> "n" + x)
// ---
map(List.of("a"), String::toUpperCase)
// ---
<T extends Comparable<? super T>> T maxOf(Collection<? extends T> c) { T best = null; for (T t : c) if (best == null || t.compareTo(best) > 0) best = t; return best; }
// ---
maxOf(List.of(3, 9, 2))
// ---
maxOf(List.of(new Object()))
// ---
Function<Integer, Function<Integer, Integer>> add = a -> b -> a + b;
// ---
add.apply(1).apply(2)
// ---
BinaryOperator<Integer> op = Math::max;
// ---
op.andThen(x -> x * 2).apply(3, 4)
// ---
Supplier<Supplier<Integer>> ss = () -> () -> 5;
// ---
ss.get().get()
// ---
Predicate<String> empty = String::isEmpty;
// ---
empty.negate().or(s -> true).test("")
// ---
UnaryOperator<String> up = String::toUpperCase; up.apply("a")
// ---
Runnable r = () -> { int local = 1; class Inner { int v = local; } System.out.println(new Inner().v); }; r.run();
// ---
int outside = 3; Supplier<Integer> cap = () -> outside * 2; cap.get()
// ---
outside = 10; cap.get()
// ---
Function<Object, String> fo = Object::toString; Function<? super Integer, ? extends CharSequence> fw = fo; fw.apply(5)
// ---
Stream.iterate(1, x -> x * 2).limit(5).reduce(0, Integer::sum)
// ---
Stream.of("a", "bb", "cc").collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()))
// ---
IntStream.range(0, 3).boxed().collect(Collectors.toMap(i -> i, i -> i * i))
// ---
Optional.of(3).map(x -> x + 1).filter(x -> x > 3).orElse(0)
// ---
var pairs = new HashMap<String, List<Integer>>(); pairs.computeIfAbsent("k", k -> new ArrayList<>()).add(1); pairs
// ---
List<? super Integer> sup = new ArrayList<Number>(List.of(1.5)); sup.add(2); sup
// ---
Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()).compare("b", "a")
// ---
new Object() { int twice(int x) { return 2 * x; } }.twice(4)
// ---
var anon = new Object() { int n = 1; void inc() { n++; } }; anon.inc(); anon.n
// ---
(Runnable & java.io.Serializable) () -> {}
// ---
((Supplier<String>) () -> "cast").get()
// ---
Stream.of(1, 2, 3).map(x -> x % 2 == 0 ? "even" : x).toList()
// ---
List.of(1, 2.0, "s").getFirst()
// ---
Arrays.asList(1, null)
// ---
Collections.<String>emptyList()
// ---
List.<Integer>of().size()
// ---
class Node<T extends Comparable<T>> { T v; Node<T> next; Node(T v, Node<T> next) { this.v = v; this.next = next; } }
// ---
new Node<>(1, new Node<>(2, null)).next.v
// ---
new Node<Object>(null, null)
// ---
Node<?> wild = new Node<>("w", null); wild.v
// ---
static <E extends Enum<E>> E first(Class<E> c) { return c.getEnumConstants()[0]; }
// ---
first(Thread.State.class)
// ---
record Lazy<T>(Supplier<T> s) { T get() { return s.get(); } }
// ---
new Lazy<>(() -> List.of(1)).get()
// ---
new Lazy<String>(null).s()
// ---
Function<Integer, Integer> fact = n -> n <= 1 ? 1 : n * this.fact.apply(n - 1);
// ---
Function<Integer, Integer> fact; fact = n -> n <= 1 ? 1 : n * fact.apply(n - 1); fact.apply(5)
// ---
interface Curry<A, B, C> extends Function<A, Function<B, C>> {}
// ---
Curry<Integer, Integer, Integer> cu = a -> b -> a - b; cu.apply(5).apply(3)
// ---
int sum = 0; List.of(1, 2).forEach(x -> sum += x); sum
// ---
void each(Consumer<? super String> c) { c.accept("x"); } each(System.out::println)
// ---
Map.Entry.comparingByValue()
// ---
Stream.of(1).toList() instanceof List<Integer> li && li.size() == 1
