// === strings and text blocks
String block = """
    one
      two
    """;
// ---
block
// ---
block.lines().toList()
// ---
var inline = """
    a \
    b""";
// ---
inline
// ---
"""
  quote " and \""" end
  """
// ---
"""not on its own line"""
// ---
"tab\tend\\ \u0041 \101 \s|"
// ---
'\''
// ---
'\n' + 0
// ---
"a" + 1 + 2 + 'c' + 1.0f + null + true
// ---
1 + 2 + "a" + 1 + 2
// ---
"%d %s %.2f %5s|%-5s|".formatted(1, "x", 2.345, "r", "l")
// ---
String.join(",", List.of("a", "b"))
// ---
"a,b,,".split(",").length
// ---
"  trim ".strip()
// ---
"ab".repeat(3)
// ---
"b".compareTo("a")
// ---
"é".length() + "😀".length() + "😀".codePointCount(0, 2)
// ---
"日本".charAt(1)
// ---
"x" == new String("x")
// ---
"x" == ("" + "x")
// ---
"unclosed
// ---
'ab'
// ---
''
// ---
"bad \q escape"
// ---
String s = null; s + "!"
// ---
s.length()
// ---
var chars = "hello".chars().mapToObj(c -> (char) c).toList();
// ---
chars
// ---
new StringBuilder("abc").reverse()
// ---
"a\nb"
// ---
System.out.print("no newline")
// ---
System.out.printf("%d%n", 5)
// ---
System.out.println((Object) null)
// ---
System.err.println("err")
// ---
char[] word = {'h', 'i'}; word
// ---
System.out.println(word)
// ---
String.valueOf((Object) null)
// ---
IO.println("io")
// ---
IO.print(1)
// ---
"Hello".transform(x -> x + "!")
// ---
"a-b".replaceAll("(\\w)-(\\w)", "$2-$1")
// === numbers
1_000_000
// ---
0b1010
// ---
0x_f
// ---
0xff
// ---
017
// ---
08
// ---
1e3
// ---
0x1p3
// ---
1f
// ---
1d
// ---
1L
// ---
2147483648
// ---
2147483648L
// ---
-2147483648
// ---
Integer.MAX_VALUE + 1
// ---
Long.MIN_VALUE
// ---
(byte) 200
// ---
(char) 97
// ---
(int) 3.99
// ---
(int) -3.99
// ---
(int) Double.NaN
// ---
(long) 1e30
// ---
5 / 2
// ---
-5 / 2
// ---
-5 % 2
// ---
5 / 2.0
// ---
7 >> 1
// ---
-7 >>> 28
// ---
-7 >> 1
// ---
5 & 3 | 4 ^ 1
// ---
~5
// ---
!true
// ---
1 < 2 == true
// ---
byte b = 10;
// ---
b += 300
// ---
b++
// ---
b = b + 1
// ---
b = (byte) (b + 1)
// ---
short sh = 1; sh
// ---
int i = 010; i
// ---
long l = i; l
// ---
int j = l;
// ---
float f = 1.1;
// ---
float f = 1.1f; f * 2
// ---
double d = 0.1 + 0.2; d
// ---
char c = 'a'; c++
// ---
c
// ---
c + 1
// ---
(char) (c + 1)
// ---
int x = 5; x = x++ + ++x; x
// ---
x += 3.7; x
// ---
x <<= 2
// ---
x = y = 3
// ---
int p, q; p = q = 4
// ---
true ? 1 : 2.0
// ---
true ? 1 : 'a'
// ---
false ? 1 : "s"
// ---
Object o = true ? 1 : "s"; o
// ---
true ? null : 0
// ---
Integer big = 1000, same = 1000;
// ---
big == same
// ---
big.equals(same)
// ---
Integer nul = null;
// ---
int boom = nul;
// ---
Math.floorMod(-7, 3)
// ---
BigInteger.TWO.pow(100)
// ---
import java.math.*;
// ---
BigInteger.TWO.pow(100)
// ---
new BigDecimal("0.1").add(new BigDecimal("0.20"))
// ---
Integer.toBinaryString(10)
// ---
Double.compare(0.0, -0.0)
// ---
0.0 == -0.0
// ---
1 / 0.0 - 1 / 0.0
// ---
Character.getNumericValue('7')
// ---
'a' + 'b'
// ---
"" + 'a' + 'b'
// ---
(short) 40000
// ---
1 == 1.0
// ---
3 = 4
// ---
5++
// ---
final int FIX = 3; FIX++
// ---
var v = 1; v = "s"
// ---
var w = 1L; w
// === arrays and varargs
int[] a = new int[3]; a
// ---
a[1] = 5
// ---
a
// ---
a[3]
// ---
a.length
// ---
int[][] grid = {{1}, {2, 3}, {}};
// ---
grid[1][1]
// ---
grid[2].length
// ---
grid
// ---
Arrays.deepToString(grid)
// ---
new int[] {1, 2}[1]
// ---
int[] b = a.clone(); b[0] = 9; a[0]
// ---
long total(int... xs) { long t = 0; for (int x : xs) t += x; return t; }
// ---
total()
// ---
total(1, 2, 3)
// ---
total(a)
// ---
total(null)
// ---
String fmt(String f, Object... args) { return args == null ? "null" : f + args.length; }
// ---
fmt("x")
// ---
fmt("x", (Object[]) null)
// ---
fmt("x", (Object) null)
// ---
fmt("x", new Object[] {1, 2})
// ---
fmt("x", new int[] {1, 2})
// ---
int[] bad = {1, "2"};
// ---
int[] c = {1, 2,};
// ---
c
// ---
int d[] = {1}, e = 2;
// ---
e
// ---
d
// ---
Object[] objs = {1, "a", null}; objs
// ---
List<int[]> lists = List.of(a, c); lists.get(1)[0]
// ---
String[]::new
// ---
IntFunction<String[]> make = String[]::new; make.apply(2)
// ---
Stream.of("b", "a").sorted().toArray(String[]::new)
// ---
int[] sorted = {3, 1, 2}; Arrays.sort(sorted); sorted
// ---
Arrays.asList(1, 2).getClass().getSimpleName()
// ---
new String[][] {{"a"}, null}
// ---
boolean[] flags = new boolean[2]; flags
// ---
char[][] cc = {"ab".toCharArray()}; cc[0][1]
// ---
var arr = new double[] {1, 2}; arr[0] / 2
// ---
int[] neg = new int[-1];
// ---
a == b
// ---
Arrays.equals(new int[] {1}, new int[] {1})
// ---
for (var x : c) System.out.print(x);
// ---
void fill(int[] t) { t[0] = 42; } fill(a); a[0]
// ---
generic(1, 2)
// ---
<T> T generic(T... ts) { return ts[0]; }
// ---
generic(1, 2)
// ---
generic("a", 1) instanceof String
