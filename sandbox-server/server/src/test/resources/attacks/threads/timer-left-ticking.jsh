//! ends: ok
new java.util.Timer().schedule(new java.util.TimerTask() { public void run() { System.out.println("tick"); } }, 0, 1);
