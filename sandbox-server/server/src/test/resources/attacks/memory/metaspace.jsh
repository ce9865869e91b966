//! ends: limit memory | timeout time | killed
var hoard = new ArrayList<Object>();
while (true) hoard.add(java.lang.reflect.Proxy.newProxyInstance(new ClassLoader() { }, new Class<?>[] {Runnable.class}, (p, m, a) -> null));
