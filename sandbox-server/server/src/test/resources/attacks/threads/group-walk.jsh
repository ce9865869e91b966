//! ends: ok | exception
var group = Thread.currentThread().getThreadGroup();
while (group.getParent() != null) group = group.getParent();
group.interrupt();
group.setMaxPriority(1);
// ---
//! prints: still here
System.out.println("still here");
