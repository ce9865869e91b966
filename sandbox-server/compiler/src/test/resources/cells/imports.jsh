// === of many kinds
import java.util.concurrent.atomic.AtomicLong;
// ---
new AtomicLong(3)
// ---
import java.util.concurrent.locks.*;
// ---
new ReentrantLock().isLocked()
// ---
import static java.lang.Math.max;
// ---
max(1, 2)
// ---
import static java.lang.Math.*;
// ---
sqrt(16) + abs(-1) + PI
// ---
import java.net.http.HttpClient;
// ---
HttpClient.Version.HTTP_2
// ---
import java.util.Map.Entry;
// ---
Entry<String, Integer> e = Map.entry("a", 1);
// ---
e
// ---
import java.util.List; import java.util.Set; List.of(Set.of(1))
// ---
import module java.sql;
// ---
Connection con;
// ---
new Date(0L).getTime()
// ---
import java.util.Date;
// ---
new Date(0L).getTime()
// === that hide what the base module makes known
import java.sql.*;
// ---
new Date(0L).getClass().getName()
// ---
List.of(1)
// ---
Driver driver;
// ---
var ts = new Timestamp(0L);
// ---
new Time(0L).getClass()
// === a name that two packages have
Proxy p;
// ---
java.net.Proxy np = java.net.Proxy.NO_PROXY;
// ---
import java.net.Proxy;
// ---
Proxy p = Proxy.NO_PROXY;
// ---
p.type()
// === own types hide imported ones
class List { int size = 42; }
// ---
new List().size
// ---
java.util.List.of(1)
// ---
record Stream(int a) {}
// ---
new Stream(1)
// ---
java.util.stream.Stream.of(1).count()
// ---
java.util.stream.Stream.of(1)
// ---
class Duration { public String toString() { return "mine"; } }
// ---
new Duration()
// ---
java.time.Duration.ofSeconds(1)
// === late imports
void usesSwing() { JLabel l = null; System.out.println(l); }
// ---
usesSwing()
// ---
int x = 5;
// ---
import javax.swing.JLabel;
// ---
usesSwing()
// ---
x
// ---
import java.util.stream.IntStream;
// ---
IntStream.range(0, 3).sum()
// ---
java.util.concurrent.atomic.LongAdder adder = new java.util.concurrent.atomic.LongAdder();
// ---
adder.add(5); adder
// ---
adder.sum()
