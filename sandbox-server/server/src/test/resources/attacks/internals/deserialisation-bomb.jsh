//! ends: timeout time | limit | exception | ok
Set<Object> root = new HashSet<>(), s1 = root, s2 = new HashSet<>();
for (int i = 0; i < 100; i++) { var t1 = new HashSet<Object>(); var t2 = new HashSet<Object>(); t1.add("foo"); s1.add(t1); s1.add(t2); s2.add(t1); s2.add(t2); s1 = t1; s2 = t2; }
root.hashCode()
