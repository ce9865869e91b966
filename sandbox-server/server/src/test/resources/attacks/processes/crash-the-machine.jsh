//! ends: exception | killed | compile-error
var unsafe = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
unsafe.setAccessible(true);
((sun.misc.Unsafe) unsafe.get(null)).putAddress(0, 0);
