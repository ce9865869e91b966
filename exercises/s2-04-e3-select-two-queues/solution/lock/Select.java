import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Queue<Either<A, B>> left = new ArrayDeque<>();
    private final Queue<Either<A, B>> right = new ArrayDeque<>();
    private Queue<Either<A, B>> next = left;

    public void sendLeft(A value) {
        send(left, new Either.Left<>(value));
    }

    public void sendRight(B value) {
        send(right, new Either.Right<>(value));
    }

    private void send(Queue<Either<A, B>> side, Either<A, B> value) {
        lock.lock();
        try {
            side.add(value);
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    public Either<A, B> select() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (left.isEmpty() && right.isEmpty()) {
                something.await();
            }
            var side = next.isEmpty() ? other(next) : next;
            next = other(side);
            return side.remove();
        } finally {
            lock.unlock();
        }
    }

    private Queue<Either<A, B>> other(Queue<Either<A, B>> side) {
        return side == left ? right : left;
    }
}
