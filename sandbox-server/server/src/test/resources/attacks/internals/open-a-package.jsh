//! ends: exception
var field = Thread.class.getDeclaredField("holder");
field.setAccessible(true);
field.get(Thread.currentThread())
