//! ends: timeout time
var left = new Object();
var right = new Object();
var both = new java.util.concurrent.CountDownLatch(2);
Thread crossing(Object first, Object second) {
    return Thread.ofPlatform().start(() -> {
        synchronized (first) {
            both.countDown();
            try { both.await(); } catch (InterruptedException e) { return; }
            synchronized (second) { }
        }
    });
}
var one = crossing(left, right);
var two = crossing(right, left);
one.join();
two.join();
